/** What somebody is invited to, and taking it up. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { InvitationView } from "@voorsprong/server/contract";
import { sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useFormat } from "../../i18n/format.js";
import { usePerson, useSignInAddress } from "../../shell/session.js";
import { useFundTitles } from "../roles/use-fund-titles.js";

/** The page of an invitation's link; its code stands after `#`. */
export function InvitationPage() {
  const t = useAccessTexts().invitation;
  const { hash: code } = useLocation();
  const invitation = useQuery({
    queryKey: ["invitation", code],
    queryFn: () => sendJson<InvitationView>("POST", "/invitations/preview", { code }),
    enabled: code !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      {code === "" ? (
        <Alert kind="warning" title={t.incomplete} />
      ) : (
        <Loaded query={invitation}>{(view) => <Invitation code={code} view={view} />}</Loaded>
      )}
    </Page>
  );
}

function Invitation({ code, view }: { code: string; view: InvitationView }) {
  const texts = useAccessTexts();
  const t = texts.invitation;
  const titles = useFundTitles();
  const format = useFormat();
  const person = usePerson();
  const address = useSignInAddress();
  const queries = useQueryClient();
  const accept = useMutation({
    mutationFn: () => sendJson<InvitationView>("POST", "/invitations/acceptance", { code }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["session"] }),
  });
  const { organisationId, organisationName, membership, role, fundId, invitedBy, expires } = view;
  const what =
    role === null
      ? t.toOrganisation(organisationName ?? "", texts.membership[membership ?? "member"])
      : t.toRole(texts.roles.names[role], fundId === null ? texts.roles.allFunds : titles(fundId));
  if (accept.isSuccess)
    return (
      <Alert kind="good" title={t.done} live>
        <p>{what}</p>
        <p>
          <PageLink path={organisationId === null ? "/account" : `/organisations/${organisationId}`}>
            {organisationId === null ? texts.account.title : (organisationName ?? organisationId)}
          </PageLink>
        </p>
      </Alert>
    );
  return (
    <div className="stack">
      <p>
        <strong>{what}</strong>
      </p>
      <p>{t.by(invitedBy ?? texts.roles.removed, format.date(expires))}</p>
      {accept.isError && <ProblemAlert error={accept.error} />}
      <div>
        {person ? (
          <Button purpose="primary" busy={accept.isPending} onClick={() => accept.mutate()}>
            {t.accept(person.name)}
          </Button>
        ) : (
          <a href={address} className="nl-button nl-button--primary button-link">
            {t.signIn}
          </a>
        )}
      </div>
    </div>
  );
}
