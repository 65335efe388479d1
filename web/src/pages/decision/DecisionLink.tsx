import { useQuery } from "@tanstack/react-query";
import { applicationDecisionQuery } from "../../api/decision-queries.js";
import { Alert } from "../../components/Alert.js";
import { PageLink } from "../../components/PageLink.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";

/** On the page of an application: that it is decided, and the way to the decision. Nothing before that. */
export function DecisionLink({ applicationId }: { applicationId: string }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const outcome = useQuery({ ...applicationDecisionQuery(applicationId), retry: false }).data?.outcome;
  if (outcome == null) return null;
  const isAwarded = outcome.kind === "awarded";
  return (
    <Alert
      kind={isAwarded ? "good" : "info"}
      title={isAwarded ? t.application.awarded(f.money(outcome.awarded)) : t.application.refused}
    >
      <p>
        <PageLink path={`/decision/${applicationId}`}>{t.application.title}</PageLink>
      </p>
    </Alert>
  );
}
