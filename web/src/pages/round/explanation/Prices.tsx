import type { ExplanationSummary, Gain, LimitPriceView, RoundView } from "@voorsprong/server/contract";
import { LimitBars } from "../../../charts/LimitBars.js";
import { Badge } from "../../../components/Badge.js";
import { Figure } from "../../../components/Figure.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { capital } from "../units.js";
import { useGainTexts } from "./use-gain-texts.js";

type Props = { readonly round: RoundView; readonly prices: ExplanationSummary["prices"] };

/** One line of the table: a limit, or all shares together. */
type Line = Pick<LimitPriceView, "row" | "looser" | "without"> & { readonly label: string };

/** The line of all shares together, which is no row of the round. */
const SHARES = "shares";

/** What each limit costs in points and money, and what all shares cost together. */
export function Prices({ round, prices }: Props) {
  const t = useRoundTexts().explanation.prices;
  const localised = useLocalised();
  if (prices === null) return null;
  const shares: readonly Line[] =
    prices.shares === null ? [] : [{ row: SHARES, label: t.shares, looser: null, without: prices.shares }];
  const lines: readonly Line[] = [
    ...shares,
    ...prices.limits.map(({ row, text, looser, without }) => ({
      row,
      label: capital(localised(text)),
      looser,
      without,
    })),
  ];
  return (
    <div className="stack">
      <h3>{t.heading}</h3>
      <p className="soft">{t.intro}</p>
      {lines.length === 0 ? <p>{t.nothing}</p> : <Lines round={round} lines={lines} />}
      {prices.together !== null && <Together round={round} together={prices.together} />}
    </div>
  );
}

/** Bars of the points without each limit; for a budget, which cannot be left out, with one step more. */
function Lines({ round, lines }: { round: RoundView; lines: readonly Line[] }) {
  const t = useRoundTexts().explanation.prices;
  const { gain, points, step } = useGainTexts(round);
  return (
    <Figure
      name={`${round.id}-prices`}
      title={t.picture}
      source={t.source}
      open
      rows={lines}
      rowKey={({ row }) => row}
      columns={[
        { id: "limit", header: t.limit, value: ({ row }) => row, show: ({ label }) => label },
        {
          id: "step",
          header: t.step,
          value: (line) => (line.looser === null ? null : step(line.row)),
          show: (line) => (line.looser === null ? t.none : step(line.row)),
        },
        ...(["looser", "without"] as const).map((id) => ({
          id,
          header: t[id],
          value: (line: Line) => rangeText(line[id]),
          show: (line: Line) => gain(line[id]),
        })),
        {
          id: "proof",
          header: t.level,
          value: (line) => (isExact(line) ? "exact" : "range"),
          show: (line) => (isExact(line) ? <Badge kind="good">✓ {t.exact}</Badge> : <Badge>{t.range}</Badge>),
        },
      ]}
    >
      <LimitBars
        bars={lines.flatMap((line) => {
          const shown = line.without ?? line.looser;
          if (shown === null) return [];
          const lineText = (line.without === null ? t.looser : t.without).toLocaleLowerCase();
          return [
            {
              id: line.row,
              label: line.label,
              value: Math.max(0, shown.points.atMost),
              floor: null,
              cap: null,
              valueText: points(shown.points),
              lineText: line.row === SHARES ? "" : lineText,
              met: true,
              verdict: "",
            },
          ];
        })}
      />
    </Figure>
  );
}

/** Whether both gains of a limit are known exactly. */
function isExact({ looser, without }: Line): boolean {
  return [looser, without].every((gain) => gain === null || gain.points.atLeast === gain.points.atMost);
}

/** Score units as they stand in a download: `3`, or from and to as `0..3`. */
function rangeText(gain: Gain | null): string | number | null {
  if (gain === null) return null;
  const { atLeast, atMost } = gain.points;
  return atLeast === atMost ? atLeast : `${atLeast}..${atMost}`;
}

/** The limits that the proof does not need, folded away: together they are one line. */
function Together(props: {
  round: RoundView;
  together: NonNullable<NonNullable<ExplanationSummary["prices"]>["together"]>;
}) {
  const t = useRoundTexts().explanation.prices;
  const localised = useLocalised();
  const { points } = useGainTexts(props.round);
  const { rows, gain } = props.together;
  return (
    <details>
      <summary>
        {t.together(String(rows.length), points(gain.points))}
        <span className="visually-hidden"> {t.togetherList(String(rows.length))}</span>
      </summary>
      <ul className="round-limits">
        {rows.map(({ row, text }) => (
          <li key={row}>{capital(localised(text))}</li>
        ))}
      </ul>
    </details>
  );
}
