/** Who belongs to an organisation and who asks to; inviting, admitting, changing roles, leaving. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MemberView, NewInvitation, OrganisationView } from "@voorsprong/server/contract";
import { sendJson } from "../../api/client.js";
import { Button } from "../../components/Button.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { Table } from "../../components/Table.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useFormat } from "../../i18n/format.js";
import { useAnnounce } from "../../shell/Announcer.js";
import { InvitationLink } from "./InvitationLink.js";

/** The sections about people. */
export function Members(props: {
  view: OrganisationView;
  members: readonly MemberView[];
  isAdmin: boolean;
  /** Id of who looks. */
  self: string;
}) {
  const { view, members, isAdmin, self } = props;
  const texts = useAccessTexts();
  const t = texts.organisation.members;
  const format = useFormat();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const base = `/organisations/${view.id}`;
  const change = useMutation({
    mutationFn: ({
      method,
      path,
      body,
    }: {
      method: "PUT" | "POST" | "DELETE";
      path: string;
      body?: object;
    }) => sendJson<unknown>(method, base + path, body),
    onSuccess: async () => {
      await queries.invalidateQueries();
      announce(t.saved);
    },
  });
  const invite = useMutation({
    mutationFn: () => sendJson<NewInvitation>("POST", `${base}/invitations`, { membership: "member" }),
  });
  const nameOf = (name: string | null) => name ?? texts.roles.removed;
  const requests = view.requests ?? [];
  return (
    <>
      {requests.length > 0 && (
        <Section title={t.requests} intro={t.requestsIntro}>
          <ul className="choice-list">
            {requests.map(({ personId, name, email, askedAt }) => (
              <li key={personId}>
                <span>
                  <strong>{nameOf(name)}</strong>
                  <span className="small soft">
                    {" "}
                    {email} {t.askedAt(format.date(askedAt))}
                  </span>
                </span>
                <span className="row">
                  {([true, false] as const).map((approved) => (
                    <Button
                      key={String(approved)}
                      busy={change.isPending}
                      aria-label={(approved ? t.admitNamed : t.refuseNamed)(nameOf(name))}
                      onClick={() =>
                        change.mutate({
                          method: "POST",
                          path: `/membership-requests/${personId}/answer`,
                          body: { approved },
                        })
                      }
                    >
                      {approved ? t.admit : t.refuse}
                    </Button>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t.title}>
        {change.isError && <ProblemAlert error={change.error} />}
        <Table
          caption={t.title}
          captionHidden
          stacked
          rows={members}
          rowKey={({ personId }) => personId}
          columns={[
            {
              id: "name",
              header: t.name,
              rowHeader: true,
              cell: ({ name, email }) => (
                <>
                  {nameOf(name)}
                  {email !== null && <div className="small soft">{email}</div>}
                </>
              ),
            },
            { id: "role", header: t.role, cell: ({ role }) => texts.membership[role] },
            { id: "since", header: t.since, cell: ({ since }) => format.date(since) },
            {
              id: "change",
              header: t.change,
              cell: ({ personId, name, role }) => (
                <span className="row">
                  {isAdmin && (
                    <Button
                      busy={change.isPending}
                      aria-label={(role === "admin" ? t.makeMemberNamed : t.makeAdminNamed)(nameOf(name))}
                      onClick={() =>
                        change.mutate({
                          method: "PUT",
                          path: `/members/${personId}`,
                          body: { role: role === "admin" ? "member" : "admin" },
                        })
                      }
                    >
                      {role === "admin" ? t.makeMember : t.makeAdmin}
                    </Button>
                  )}
                  {(isAdmin || personId === self) && (
                    <Button
                      busy={change.isPending}
                      aria-label={personId === self ? t.leave : t.removeNamed(nameOf(name))}
                      onClick={() => change.mutate({ method: "DELETE", path: `/members/${personId}` })}
                    >
                      {personId === self ? t.leave : t.remove}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
        {isAdmin && (
          <div className="stack">
            {invite.isError && <ProblemAlert error={invite.error} />}
            {invite.isSuccess && <InvitationLink invitation={invite.data} />}
            <div>
              <Button busy={invite.isPending} onClick={() => invite.mutate()}>
                {t.invite}
              </Button>
            </div>
          </div>
        )}
      </Section>
    </>
  );
}
