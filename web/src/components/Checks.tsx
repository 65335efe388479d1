/** Every check of a verifier with its result. */
import type { Reason } from "@voorsprong/verifier";
import { useChecksTexts } from "../i18n/checks.js";
import { useLocalised } from "../i18n/texts.js";
import "./Checks.css";

/** The checks in the order in which they were done; result by sign and word, never by colour alone. */
export function Checks({ reasons }: { reasons: readonly Reason[] }) {
  const t = useChecksTexts();
  const localised = useLocalised();
  return (
    <ul className="checks" aria-label={t.label}>
      {reasons.map(({ check, ok, message, where }) => {
        const state = ok === true ? "ok" : ok === false ? "wrong" : "skipped";
        return (
          <li key={check} className={`check check--${state}`}>
            <span className="check__sign" aria-hidden="true">
              {state === "ok" ? "✓" : state === "wrong" ? "×" : "–"}
            </span>
            <span>
              <span className="visually-hidden">{t[state]}: </span>
              {localised(message)}
              {where === undefined || state === "ok" ? null : (
                <>
                  {" "}
                  <span className="soft">
                    {t.where} <code>{where === "" ? "/" : where}</code>
                  </span>
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
