/** An applicant's own page: the applications of their organisations, and beginning one. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { GrantApplicationView, SessionView } from "@voorsprong/server/contract";
import { useState } from "react";
import { grantApplicationsQuery } from "../../api/application-queries.js";
import { sendJson } from "../../api/client.js";
import { callQuery, sessionQuery } from "../../api/queries.js";
import { Alert } from "../../components/Alert.js";
import { Button, ButtonLink } from "../../components/Button.js";
import { Field, Select } from "../../components/Field.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { Pagination } from "../../components/Pagination.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useFormat } from "../../i18n/format.js";
import { useLanguage } from "../../i18n/language.js";
import { useLocalised } from "../../i18n/texts.js";
import { SignInFirst } from "../../shell/SignInFirst.js";
import { ApplicationsTable } from "../application/ApplicationsTable.js";
import "../application/application.css";

const PAGE_SIZE = 25;

/** The page of whoever has signed in. */
export function MyPage() {
  const session = useQuery(sessionQuery());
  return (
    <LoadedPage query={session}>
      {({ person }) => (person === null ? <SignInFirst /> : <Mine organisations={person.organisations} />)}
    </LoadedPage>
  );
}

type Organisations = NonNullable<SessionView["person"]>["organisations"];

function Mine({ organisations }: { organisations: Organisations }) {
  const { my: t } = useApplicationTexts();
  const { call, page = 1 } = useSearch({ from: "/$lang/my" });
  const applications = useQuery(grantApplicationsQuery({ as: "applicant", page, pageSize: PAGE_SIZE }));
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>} actions={<ButtonLink path="/calls">{t.calls}</ButtonLink>}>
      {organisations.length === 0 && <Alert kind="info">{t.noOrganisation}</Alert>}
      {call !== undefined && organisations.length > 0 && (
        <Start callId={call} organisations={organisations} />
      )}
      <Loaded query={applications}>
        {({ items, total, pageSize }) => (
          <Pagination path="/my" page={page} pageSize={pageSize} total={total}>
            <ApplicationsTable rows={items} caption={t.caption} empty={t.empty} />
          </Pagination>
        )}
      </Loaded>
    </Page>
  );
}

/** Choosing the organisation and beginning. */
function Start({ callId, organisations }: { callId: string; organisations: Organisations }) {
  const { start: t } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const lang = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [organisationId, setOrganisation] = useState(organisations[0]!.id);
  const call = useQuery(callQuery(callId));
  const begin = useMutation({
    mutationFn: () => sendJson<GrantApplicationView>("POST", "/applications", { callId, organisationId }),
    onSuccess: async (made) => {
      queries.setQueryData(["grant-application", made.id], made);
      await navigate({
        to: "/$lang/applications/$applicationId",
        params: { lang, applicationId: made.id },
        search: {},
      });
    },
  });
  return (
    <Loaded query={call}>
      {({ title, state, closes }) => (
        <Section title={t.title(l(title))}>
          {state !== "open" ? (
            <Alert kind="info">{t.closed}</Alert>
          ) : (
            <form
              className="stack card"
              onSubmit={(event) => {
                event.preventDefault();
                if (!begin.isPending) begin.mutate();
              }}
            >
              <p>
                {t.intro} {t.closes(f.dateTime(closes))}
              </p>
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
              {begin.isError && <ProblemAlert error={begin.error} />}
              <div>
                <Button purpose="primary" type="submit" busy={begin.isPending}>
                  {t.begin}
                </Button>
              </div>
            </form>
          )}
        </Section>
      )}
    </Loaded>
  );
}
