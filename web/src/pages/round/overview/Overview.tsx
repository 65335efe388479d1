import type { RoundView } from "@voorsprong/server/contract";
import { API } from "../../../api/client.js";
import { Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { BudgetsFigure } from "../BudgetsFigure.js";
import { Draw } from "../Draw.js";
import { KeyFigures } from "../KeyFigures.js";
import { Limits } from "../Limits.js";
import { type RoundContext, useRoundFormat } from "../units.js";
import { Decide } from "./Decide.js";

/** The round as it was announced, and the button that has it decided. */
export function Overview(context: RoundContext) {
  const { round } = context;
  const t = useRoundTexts();
  const format = useRoundFormat(round);
  const { number } = useFormat();
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: t.figures.applications(format.count(round.applications)),
            value: format.count(round.applications),
          },
          { label: t.figures.requested, value: format.moneyShort(round.requested) },
          { label: t.figures.budget, value: format.moneyShort(round.budget) },
          ...(round.budget > 0
            ? [{ label: t.figures.times, value: number(round.requested / round.budget, 1) }]
            : []),
        ]}
      />
      <Decide round={round} />
      <Section title={t.overview.asked}>
        <BudgetsFigure
          name={`${round.id}-budgets`}
          title={t.overview.askedTitle}
          titleHidden
          source={t.overview.askedSource}
          round={round}
          budgets={round.budgets}
        />
      </Section>
      <Section title={t.overview.limits}>
        <Limits {...context} />
      </Section>
      <Section title={t.overview.rule}>
        <Rule round={round} />
      </Section>
    </>
  );
}

function Rule({ round }: { round: RoundView }) {
  const t = useRoundTexts();
  const shell = useShellTexts();
  const { dateTime } = useFormat();
  const { money } = useRoundFormat(round);
  return (
    <div className="stack">
      <p>
        <strong>{shell.rule[round.rule]}.</strong> {shell.ruleText[round.rule]}
      </p>
      <dl className="round-facts">
        <div>
          <dt>{t.overview.registered}</dt>
          <dd>{dateTime(round.createdAt)}</dd>
        </div>
        {round.tieBreakMoneyStep === null ? null : (
          <div>
            <dt>{t.overview.moneyStep}</dt>
            <dd>{t.overview.moneyFirst(money(round.tieBreakMoneyStep))}</dd>
          </div>
        )}
        <div>
          <dt>{t.overview.seed}</dt>
          <dd>
            {round.tieBreakSeed !== "" ? (
              <code>{round.tieBreakSeed}</code>
            ) : round.draw === null ? (
              t.overview.noSeed
            ) : (
              t.overview.notDrawn
            )}
          </dd>
        </div>
        <div>
          <dt>{t.overview.hash}</dt>
          <dd>
            <code className="hash">{round.roundHash}</code>
          </dd>
        </div>
      </dl>
      <Draw round={round} />
      <ul className="row round-links screen-only">
        <li>
          <a href={`${API}/rounds/${encodeURIComponent(round.id)}/document`} download={`${round.id}.json`}>
            {t.overview.document}
          </a>
        </li>
        <li>
          <PageLink path="/ledger" search={{ subject: round.id }}>
            {t.overview.ledgerLink}
          </PageLink>
        </li>
      </ul>
    </div>
  );
}
