/** One application: written by its organisation, read by a partner in part, by the fund once it is submitted. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { CallDefinition } from "@voorsprong/call-form";
import type { GrantApplicationView } from "@voorsprong/server/contract";
import { applicationPath, grantApplicationQuery } from "../../api/application-queries.js";
import { sendJson } from "../../api/client.js";
import { callQuery, fundQuery, sessionQuery } from "../../api/queries.js";
import { Alert } from "../../components/Alert.js";
import { Badge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useLanguage } from "../../i18n/language.js";
import { useLocalised } from "../../i18n/texts.js";
import { SignInFirst } from "../../shell/SignInFirst.js";
import { holds } from "../../shell/session.js";
import "./application.css";
import { DecisionLink } from "../decision/DecisionLink.js";
import { Editor } from "./editor/Editor.js";
import { Confirmed } from "./shown/Confirmed.js";
import { PartnerPart } from "./shown/PartnerPart.js";
import { Submitted } from "./shown/Submitted.js";

/** The page of an application. */
export function ApplicationPage() {
  const { applicationId } = useParams({ from: "/$lang/applications/$applicationId" });
  const session = useQuery(sessionQuery());
  return (
    <LoadedPage query={session}>
      {({ person }) =>
        person === null ? <SignInFirst /> : <OneApplication id={applicationId} personId={person.id} />
      }
    </LoadedPage>
  );
}

function OneApplication({ id, personId }: { id: string; personId: string }) {
  const application = useQuery(grantApplicationQuery(id));
  return (
    <LoadedPage query={application}>
      {(found) => <Found key={`${found.id} ${found.state}`} application={found} personId={personId} />}
    </LoadedPage>
  );
}

function Found({ application, personId }: { application: GrantApplicationView; personId: string }) {
  const { step = "project" } = useSearch({ from: "/$lang/applications/$applicationId" });
  const { view: t, state, my, part, list } = useApplicationTexts();
  const l = useLocalised();
  const call = useQuery(callQuery(application.call.id));
  const fund = useQuery(fundQuery(application.call.fundId));
  const session = useQuery(sessionQuery()).data?.person;
  const manages = session != null && holds(session, ["fund-manager"], application.call.fundId);
  const { write, discard, withdraw } = application.can;
  const title =
    application.as === "partner"
      ? part.title
      : application.document?.title ||
        (application.dossier === null ? t.draft : t.title(application.dossier));
  return (
    <Page
      title={title}
      crumbs={
        application.as === "fund"
          ? [
              { path: `/calls/${application.call.id}`, label: l(application.call.title) },
              {
                path: `/calls/${application.call.id}/applications`,
                label: list.title(l(application.call.title)),
              },
            ]
          : [{ path: "/my", label: my.title }]
      }
      marks={
        <>
          <Badge kind={application.state === "submitted" ? "good" : "neutral"}>
            {state[application.state]}
          </Badge>
          {application.dossier !== null && <span>{application.dossier}</span>}
        </>
      }
      intro={
        <p>
          {application.as === "partner" && `${part.intro(application.organisation.name)} `}
          <PageLink path={`/calls/${application.call.id}`}>{l(application.call.title)}</PageLink>
        </p>
      }
    >
      {application.state === "submitted" && application.as !== "partner" && (
        <DecisionLink applicationId={application.id} />
      )}
      {application.state === "withdrawn" && <Alert kind="info">{t.withdrawn}</Alert>}
      <Loaded query={call}>
        {({ definition }) => {
          const terms = definition as unknown as CallDefinition;
          if (application.as === "partner") return <PartnerPart application={application} fund={fund.data} />;
          if (write)
            return (
              <Editor
                application={application}
                call={terms}
                fund={fund.data}
                personId={personId}
                step={step}
              />
            );
          return <Submitted application={application} call={terms} fund={fund.data} manages={manages} />;
        }}
      </Loaded>
      {(discard || withdraw) && <Ending application={application} />}
    </Page>
  );
}

/** Taking a draft away, or withdrawing what was submitted. */
function Ending({ application }: { application: GrantApplicationView }) {
  const { view: t } = useApplicationTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lang = useLanguage();
  const { id, can } = application;
  const discard = useMutation({
    mutationFn: () => sendJson<undefined>("DELETE", applicationPath(id)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["grant-applications"] });
      await navigate({ to: "/$lang/my", params: { lang }, search: {} });
    },
  });
  const withdraw = useMutation({
    mutationFn: () => sendJson<GrantApplicationView>("POST", `${applicationPath(id)}/withdrawal`),
    onSuccess: (after) => queries.setQueryData(["grant-application", id], after),
  });
  return (
    <div className="stack screen-only">
      {discard.isError && <ProblemAlert error={discard.error} />}
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
      {can.discard && (
        <Confirmed
          label={t.discard}
          question={t.discardSure}
          busy={discard.isPending}
          onYes={() => discard.mutate()}
        />
      )}
      {can.withdraw && (
        <Confirmed
          label={t.withdraw}
          question={t.withdrawSure}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate()}
        />
      )}
    </div>
  );
}
