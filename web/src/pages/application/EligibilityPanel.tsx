/** Which conditions of the call are met, as it is being written. */
import { type ApplicationContent, type CallDefinition, evaluateEligibility } from "@voorsprong/call-form";
import type { ApplicationDocument } from "@voorsprong/server/contract";
import { useMemo } from "react";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useLocalised } from "../../i18n/texts.js";

const KINDS: Readonly<Record<string, BadgeKind>> = {
  eligible: "good",
  refused: "danger",
  flagged: "warning",
  unknown: "neutral",
};

/** The rules with their state and reason; those that need the reader come first. */
export function EligibilityPanel({
  call,
  document,
}: {
  call: CallDefinition;
  document: ApplicationDocument;
}) {
  const { eligibility: t } = useApplicationTexts();
  const l = useLocalised();
  const { rules } = useMemo(
    () => evaluateEligibility(call, document as ApplicationContent),
    [call, document],
  );
  const order = ["refused", "flagged", "unknown", "eligible"];
  const sorted = rules.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  // A rule's reason says what the condition is, whether it is met or not.
  const conditionOf = (rule: string) => call.eligibility.find(({ id }) => id === rule)?.reason;
  return (
    <div className="eligibility">
      <h2>{t.title}</h2>
      {rules.length === 0 && <p>{t.none}</p>}
      <ul className="eligibility__rules" aria-live="polite">
        {sorted.map(({ rule, state, reason }) => (
          <li key={rule} data-rule={rule} data-state={state}>
            <Badge kind={KINDS[state] ?? "neutral"}>{t.state[state]}</Badge> {l(conditionOf(rule) ?? reason)}
            {state === "unknown" && <span className="small soft"> {l(reason)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
