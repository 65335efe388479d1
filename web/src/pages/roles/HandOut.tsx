/** Handing out a role: to somebody who is known here, or by an invitation in a link. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FundRole, NewInvitation, RoleList } from "@voorsprong/server/contract";
import { useId, useState } from "react";
import { peopleQuery } from "../../api/access-queries.js";
import { sendJson } from "../../api/client.js";
import { fundsQuery } from "../../api/queries.js";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useLocalised } from "../../i18n/texts.js";
import { useAnnounce } from "../../shell/Announcer.js";
import type { Person } from "../../shell/session.js";
import { InvitationLink } from "../organisation/InvitationLink.js";
import { mayHandOut } from "./may-hand-out.js";
import "../organisation/organisation.css";

const ROLES: readonly FundRole[] = [
  "fund-manager",
  "reviewer",
  "decider",
  "finance",
  "auditor",
  "programme-director",
];

/** The form of a director. */
export function HandOut({ person }: { person: Person }) {
  const t = useAccessTexts().roles;
  const localised = useLocalised();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const heading = useId();
  const funds = useQuery(fundsQuery()).data?.items ?? [];
  const allowed = [
    ...(mayHandOut(person, null) ? [{ value: "", label: t.allFunds }] : []),
    ...funds
      .filter(({ id }) => mayHandOut(person, id))
      .map(({ id, title }) => ({ value: id, label: localised(title) })),
  ];
  const [role, setRole] = useState<FundRole>("reviewer");
  const [chosenFund, setFund] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const found = useQuery(peopleQuery(search));
  const fund = chosenFund ?? allowed[0]?.value ?? "";
  const what = { role, fundId: fund === "" ? null : fund };
  const handOut = useMutation({
    mutationFn: (to: { personId: string; name: string }) =>
      sendJson<RoleList>("POST", "/roles", { ...what, personId: to.personId }),
    onSuccess: async (_, { name }) => {
      setSearch("");
      await queries.invalidateQueries();
      announce(t.handedOut(t.names[role], name));
    },
  });
  const invite = useMutation({
    mutationFn: () => sendJson<NewInvitation>("POST", "/roles/invitations", what),
  });
  return (
    <Section title={t.handOut} intro={t.handOutIntro}>
      <div className="stack">
        <Field label={t.role} hint={t.tasks[role]}>
          {(control) => (
            <Select
              control={control}
              value={role}
              onChange={(value) => setRole(ROLES.find((each) => each === value) ?? "reviewer")}
              options={ROLES.map((value) => ({ value, label: t.names[value] }))}
            />
          )}
        </Field>
        <Field label={t.fund}>
          {(control) => <Select control={control} value={fund} onChange={setFund} options={allowed} />}
        </Field>
        <Field label={t.search} hint={t.searchHint}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={search}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setSearch(event.target.value)}
            />
          )}
        </Field>
        {handOut.isError && <ProblemAlert error={handOut.error} />}
        {search.trim().length >= 2 && (
          <section aria-labelledby={heading}>
            <h3 id={heading}>{t.found}</h3>
            <Loaded query={found}>
              {({ items }) =>
                items.length === 0 ? (
                  <p>{t.nobody}</p>
                ) : (
                  <ul className="choice-list">
                    {items.map((each) => (
                      <li key={each.personId}>
                        <span>
                          {each.name}
                          {each.email !== null && <span className="small soft"> {each.email}</span>}
                        </span>
                        <Button
                          aria-label={t.giveNamed(t.names[role], each.name)}
                          busy={handOut.isPending}
                          onClick={() => handOut.mutate(each)}
                        >
                          {t.give}
                        </Button>
                      </li>
                    ))}
                  </ul>
                )
              }
            </Loaded>
          </section>
        )}
        <p>{t.inviteIntro}</p>
        {invite.isError && <ProblemAlert error={invite.error} />}
        {invite.isSuccess && <InvitationLink invitation={invite.data} />}
        <div>
          <Button busy={invite.isPending} onClick={() => invite.mutate()}>
            {t.invite(t.names[role])}
          </Button>
        </div>
      </div>
    </Section>
  );
}
