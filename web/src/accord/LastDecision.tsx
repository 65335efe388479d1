/** A published decision in one card. */
import type { DecisionLine } from "@voorsprong/server/contract";
import { ExampleBadge } from "../components/Badge.js";
import { PageLink } from "../components/PageLink.js";
import { useAccordTexts } from "../i18n/accord.js";
import { useFormat } from "../i18n/format.js";
import { useShellTexts } from "../i18n/shell.js";

/** The newest decision, or that there is none. */
export function LastDecision({ decision }: { decision: DecisionLine | null }) {
  const t = useAccordTexts();
  const shell = useShellTexts();
  const f = useFormat();
  if (decision === null) return <p className="soft">{t.lastDecision.none}</p>;
  return (
    <div>
      <p>
        <PageLink path={`/rounds/${decision.roundId}`}>
          <strong>{decision.title}</strong>
        </PageLink>{" "}
        {decision.example && <ExampleBadge />}
      </p>
      <p>
        {shell.level[decision.level ?? "none"]}, {f.dateTime(decision.at)}
      </p>
      <p className="small soft">
        {t.lastDecision.hash} <code className="hash">{decision.hash}</code>
      </p>
    </div>
  );
}
