/** An application that was submitted: for its organisation and for the fund. */
import { useQuery } from "@tanstack/react-query";
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundView, GrantApplicationView } from "@voorsprong/server/contract";
import { applicationAidQuery } from "../../../api/application-queries.js";
import { Alert } from "../../../components/Alert.js";
import { Loaded } from "../../../components/Loading.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { usePartyName } from "../editor/parts.js";
import { GrantPanel } from "../GrantPanel.js";
import { AnswersContent, CostsContent, PackagesContent, ProjectContent } from "./Content.js";
import { Correction, Flags } from "./FundActions.js";
import { Versions } from "./Versions.js";

/** @param manages whether the reader may treat it for the fund */
export function Submitted(props: {
  application: GrantApplicationView;
  call: CallDefinition;
  fund: FundView | undefined;
  manages: boolean;
}) {
  const { application, call, fund, manages } = props;
  const { view: t } = useApplicationTexts();
  const f = useFormat();
  const aid = useQuery(applicationAidQuery(application.id, application.version));
  const { document } = application;
  if (document === null) return <Alert kind="info">{t.erased}</Alert>;
  return (
    <div className="stack stack--wide">
      <dl className="answers card">
        {[
          [t.applicant, application.organisation.name],
          [t.requested, f.money(application.requested)],
          [t.received, application.receivedAt === null ? "–" : f.dateTime(application.receivedAt)],
        ].map(([term, value]) => (
          <div key={term} className="answers__pair">
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {application.as === "fund" && <Flags application={application} manages={manages} />}
      {application.as === "fund" && manages && <Correction application={application} />}
      <div className="card">
        <Loaded query={aid}>{(found) => <SubmittedGrant aid={found} document={document} />}</Loaded>
      </div>
      <ProjectContent document={document} fund={fund} />
      <PackagesContent document={document} />
      <CostsContent document={document} />
      <AnswersContent id={application.id} call={call} document={document} />
      <Versions application={application} />
    </div>
  );
}

function SubmittedGrant(props: {
  aid: Parameters<typeof GrantPanel>[0]["grant"];
  document: NonNullable<GrantApplicationView["document"]>;
}) {
  const nameOf = usePartyName(props.document);
  return <GrantPanel grant={props.aid} nameOf={nameOf} />;
}
