/** The conditions of a call, each with its exact rule. */
import type { CallDefinition } from "@voorsprong/call-form";
import { Badge } from "../../components/Badge.js";
import { Section } from "../../components/Page.js";
import { useCallTexts } from "../../i18n/call.js";
import { useLocalised } from "../../i18n/texts.js";

/** The list of conditions. */
export function Conditions({ call }: { call: CallDefinition }) {
  const { conditions: t } = useCallTexts();
  const l = useLocalised();
  return (
    <Section title={t.title} intro={call.eligibility.length === 0 ? undefined : t.intro}>
      {call.eligibility.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className="call__rules">
          {call.eligibility.map((rule) => (
            <li key={rule.id} className="stack">
              <p>
                <Badge kind={rule.effect === "refuse" ? "danger" : "warning"}>{t[rule.effect]}</Badge>
              </p>
              <p>{l(rule.reason)}</p>
              <details>
                <summary className="small">{t.rule}</summary>
                <pre>
                  <code>{rule.expression}</code>
                </pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
