import type { RoundView } from "@voorsprong/server/contract";
import { PageLink } from "../../components/PageLink.js";
import { useRoundTexts } from "../../i18n/round.js";

/** Where the lots come from: a seed known beforehand, or one drawn by the ledger, before the draw and after it. */
export function Draw({ round }: { round: RoundView }) {
  const texts = useRoundTexts();
  const t = texts.explanation.draw;
  const { draw } = round;
  if (draw === null)
    return round.rule === "lottery" ? (
      <p>
        {t.known} <code>{round.tieBreakSeed}</code>
      </p>
    ) : null;
  return (
    <div className="stack">
      <h3>{t.title}</h3>
      <p>{draw.secret === null ? t.before : t.after}</p>
      <dl className="round-facts">
        <div>
          <dt>{t.commitment}</dt>
          <dd>
            <code className="hash">{draw.commitment}</code>
          </dd>
        </div>
        <div>
          <dt>{t.secret}</dt>
          <dd>{draw.secret === null ? t.hidden : <code className="hash">{draw.secret}</code>}</dd>
        </div>
        <div>
          <dt>{t.entry}</dt>
          <dd>
            {draw.entry === null ? (
              t.noEntry
            ) : (
              <>
                <code className="hash">{draw.entry}</code>{" "}
                <PageLink path="/ledger" search={{ subject: round.id }}>
                  {texts.overview.ledgerLink}
                </PageLink>
              </>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
