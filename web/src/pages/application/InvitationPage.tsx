/** A partner takes an invitation up for an organisation. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { GrantApplicationView } from "@voorsprong/server/contract";
import { useState } from "react";
import { applicationPath } from "../../api/application-queries.js";
import { sendJson } from "../../api/client.js";
import { sessionQuery } from "../../api/queries.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, Select } from "../../components/Field.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useLanguage } from "../../i18n/language.js";
import { SignInFirst } from "../../shell/SignInFirst.js";

/** The page that an invitation link leads to; its secret stands after the sign of a fragment. */
export function InvitationPage() {
  const session = useQuery(sessionQuery());
  return (
    <LoadedPage query={session}>
      {({ person }) => (person === null ? <SignInFirst /> : <Accept organisations={person.organisations} />)}
    </LoadedPage>
  );
}

function Accept({
  organisations,
}: {
  organisations: readonly { readonly id: string; readonly name: string }[];
}) {
  const { applicationId, partner } = useParams({
    from: "/$lang/applications/$applicationId/invitation/$partner",
  });
  const { invitation: t, my } = useApplicationTexts();
  const lang = useLanguage();
  const navigate = useNavigate();
  const [organisationId, setOrganisation] = useState(organisations[0]?.id ?? "");
  const secret = location.hash.slice(1);
  const accept = useMutation({
    mutationFn: () =>
      sendJson<GrantApplicationView>(
        "POST",
        `${applicationPath(applicationId)}/partners/${partner}/acceptance`,
        {
          secret,
          organisationId,
        },
      ),
    onSuccess: () =>
      navigate({ to: "/$lang/applications/$applicationId", params: { lang, applicationId }, search: {} }),
  });
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      {secret === "" && <Alert kind="warning">{t.broken}</Alert>}
      {organisations.length === 0 ? (
        <Alert kind="info">{my.noOrganisation}</Alert>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (secret !== "" && !accept.isPending) accept.mutate();
          }}
        >
          <Field label={t.organisation}>
            {(control) => (
              <Select
                control={control}
                value={organisationId}
                onChange={setOrganisation}
                options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
          {accept.isError && <ProblemAlert error={accept.error} />}
          <div>
            <Button purpose="primary" type="submit" busy={accept.isPending} disabled={secret === ""}>
              {t.accept}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}
