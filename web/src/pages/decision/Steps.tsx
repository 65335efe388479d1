import { useDecisionTexts } from "../../i18n/decision.js";

const STEPS = ["prepare", "approve", "decide", "letters"] as const;

/** Where a decision stands, as four steps. The last one is done once the letters are out. */
export function Steps({ at }: { at: (typeof STEPS)[number] }) {
  const t = useDecisionTexts();
  const now = STEPS.indexOf(at);
  return (
    <ol className="steps" aria-label={t.call.steps}>
      {STEPS.map((step, place) => {
        const done = place < now || at === "letters";
        return (
          <li
            key={step}
            className={
              done
                ? "steps__step steps__step--done"
                : place === now
                  ? "steps__step steps__step--now"
                  : "steps__step"
            }
            aria-current={place === now && !done ? "step" : undefined}
          >
            <span className="steps__mark" aria-hidden="true">
              {done ? "✓" : place + 1}
            </span>
            <span>
              <strong>{t.call.step[step]}</strong>
              <span className="steps__state small">
                {" "}
                {done ? t.call.done : place === now ? t.call.now : t.call.later}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
