import type { DecisionSummary, OutcomeFigures, RoundView } from "@voorsprong/server/contract";
import { LimitBars } from "../../../charts/LimitBars.js";
import { Badge } from "../../../components/Badge.js";
import { Figure } from "../../../components/Figure.js";
import { Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { useLocalised } from "../../../i18n/texts.js";
import { RULE_NAMES, useRuleObstacles } from "../rules.js";
import { capital, useRoundFormat } from "../units.js";
import { Overlap } from "./Overlap.js";

/** Every rule by which this round could be divided, side by side, the announced one marked. */
export function RulesCompared({ round, summary }: { round: RoundView; summary: DecisionSummary }) {
  const t = useRoundTexts().explanation.rules;
  const obstacles = useRuleObstacles();
  const outcomes = inOrder(summary);
  const missing = RULE_NAMES.filter((rule) => !outcomes.some((each) => each.rule === rule));
  return (
    <Section title={t.heading} intro={t.intro}>
      {outcomes.length < 2 ? (
        <p>{t.only}</p>
      ) : (
        <Rules round={round} outcomes={outcomes} announced={summary.rule} />
      )}
      {missing.length > 0 && (
        <p className="soft">
          {t.missing(
            obstacles(
              missing.map((rule) => ({
                rule,
                reason: rule === "first-come" ? "received" : rule === "lottery" ? "draw" : "unknown",
              })),
            ),
          )}
        </p>
      )}
      {outcomes.some(({ rule, objective }) => rule === "pro-rata" && objective !== null) && (
        <p className="soft">{t.parts}</p>
      )}
      <BrokenLimits outcomes={outcomes} />
      {summary.other !== null &&
        summary.outcome.status === "decided" &&
        summary.other.status === "decided" && (
          <Overlap round={round} summary={summary} other={summary.other} />
        )}
    </Section>
  );
}

/** The decision and its comparisons in the order in which rules are listed everywhere. */
function inOrder({ outcome, comparisons }: DecisionSummary): readonly OutcomeFigures[] {
  const all = [outcome, ...comparisons];
  return RULE_NAMES.flatMap((rule) => all.find((each) => each.rule === rule) ?? []);
}

interface Outcomes {
  readonly round: RoundView;
  readonly outcomes: readonly OutcomeFigures[];
  readonly announced: RoundView["rule"];
}

/** Points as bars, with the figures; an outcome that breaks limits is hatched. */
function Rules({ round, outcomes, announced }: Outcomes) {
  const t = useRoundTexts().explanation.rules;
  const shell = useShellTexts();
  const format = useRoundFormat(round);
  const decided = outcomes.filter(({ objective }) => objective !== null);
  const isDecided = ({ status }: OutcomeFigures) => status === "decided";
  return (
    <Figure
      name={`${round.id}-rules`}
      title={t.picture}
      open
      rows={outcomes}
      rowKey={({ rule }) => rule}
      columns={[
        {
          id: "rule",
          header: t.rule,
          value: ({ rule }) => rule,
          show: ({ rule }) => (
            <>
              {shell.rule[rule]} {rule === announced && <Badge kind="good">✓ {t.announced}</Badge>}
            </>
          ),
        },
        {
          id: "points",
          header: t.points,
          value: ({ objective }) => objective,
          show: ({ objective }) => (objective === null ? t.infeasible : format.points(objective)),
          numeric: true,
        },
        {
          id: "funded",
          header: t.funded,
          value: ({ funded }) => funded,
          show: (each) => (isDecided(each) ? format.count(each.funded) : "–"),
          numeric: true,
        },
        {
          id: "spent",
          header: t.spent,
          value: ({ spent }) => spent,
          show: (each) => (isDecided(each) ? format.money(each.spent) : "–"),
          numeric: true,
        },
        {
          id: "brokenLimits",
          header: t.breaches,
          value: (each) => (isDecided(each) ? each.breaches.length : null),
          show: (each) =>
            !isDecided(each) ? "–" : each.breaches.length === 0 ? t.none : format.count(each.breaches.length),
          numeric: true,
        },
      ]}
    >
      <LimitBars
        bars={decided.map(({ rule, objective, funded, spent, breaches }) => ({
          id: rule,
          label: rule === announced ? `${shell.rule[rule]} (${t.announced})` : shell.rule[rule],
          value: objective,
          floor: null,
          cap: null,
          valueText: format.points(objective ?? 0),
          lineText: t.line(format.count(funded), format.moneyShort(spent)),
          met: breaches.length === 0,
          verdict: breaches.length === 0 ? "" : t.broken(format.count(breaches.length)),
        }))}
      />
    </Figure>
  );
}

/** The limits that rules would have broken, by name; conditions between applications, which can be many, as a number. */
function BrokenLimits({ outcomes }: { outcomes: readonly OutcomeFigures[] }) {
  const texts = useRoundTexts();
  const t = texts.explanation.rules;
  const shell = useShellTexts();
  const localised = useLocalised();
  const { number } = useFormat();
  return outcomes
    .filter(({ breaches }) => breaches.length > 0)
    .map(({ rule, breaches }) => {
      const named = breaches.filter(({ row }) => /^(budget|limit)\//.test(row));
      const between = breaches.length - named.length;
      return (
        <details key={rule}>
          <summary>{t.brokenBy(shell.rule[rule], number(breaches.length))}</summary>
          <ul>
            {named.map(({ row, text }) => (
              <li key={row}>{capital(localised(text))}</li>
            ))}
            {between > 0 && <li>{texts.limits.between(number(between))}</li>}
          </ul>
        </details>
      );
    });
}
