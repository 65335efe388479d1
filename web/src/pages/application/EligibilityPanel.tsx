/** Which conditions of the call are met, as it is being written. */
import { type ApplicationContent, type CallDefinition, evaluateEligibility } from "@voorsprong/call-form";
import type { ApplicationDocument } from "@voorsprong/server/contract";
import { useMemo } from "react";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useLocalised } from "../../i18n/texts.js";

const KINDS: Readonly<Record<string, BadgeKind>> = {
  refused: "danger",
  flagged: "warning",
  unknown: "neutral",
};

/** What is not met and why; what is met is counted, for its reason is about not meeting it. */
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
  const met = rules.filter(({ state }) => state === "eligible").length;
  const order = ["refused", "flagged", "unknown"];
  const others = rules
    .filter(({ state }) => state !== "eligible")
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <div className="eligibility">
      <h2>{t.title}</h2>
      {rules.length === 0 && <p>{t.none}</p>}
      <div aria-live="polite">
        {others.length > 0 && (
          <ul className="eligibility__rules">
            {others.map(({ rule, state, reason }) => (
              <li key={rule} data-rule={rule} data-state={state}>
                <Badge kind={KINDS[state] ?? "neutral"}>{t.state[state]}</Badge> {l(reason)}
              </li>
            ))}
          </ul>
        )}
        {rules.length > 0 && (
          <p data-met={met}>
            {met > 0 && <Badge kind="good">{t.state.eligible}</Badge>}{" "}
            {t.met(String(met), String(rules.length))}
          </p>
        )}
      </div>
    </div>
  );
}
