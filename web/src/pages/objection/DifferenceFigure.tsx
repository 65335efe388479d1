/** What a re-decision changes: bars of the first and the new amount, with the table and the consequence for each. */
import type { ObjectionView } from "@voorsprong/server/contract";
import { Alert } from "../../components/Alert.js";
import { Figure } from "../../components/Figure.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useFormat } from "../../i18n/format.js";
import { useObjectionTexts } from "../../i18n/objection.js";
import { useLocalised } from "../../i18n/texts.js";
import "./difference.css";

type Difference = NonNullable<NonNullable<ObjectionView["decision"]>["difference"]>;

const sumOf = (amounts: Readonly<Record<string, number>>) =>
  Object.values(amounts).reduce((sum, cents) => sum + cents, 0);

/** The difference between two decisions on a round. */
export function DifferenceFigure(props: {
  objection: ObjectionView;
  difference: Difference;
  rounds: { readonly first: string | null; readonly second: string | null };
}) {
  const t = useObjectionTexts();
  const f = useFormat();
  const l = useLocalised();
  const { difference, rounds, objection } = props;
  const { changes } = difference;
  const most = Math.max(1, ...changes.flatMap(({ from, to }) => [from, to]));
  const short = sumOf(difference.shortfall);
  const rest = Object.values(difference.rest).reduce((sum, cents) => sum + Math.max(0, cents), 0);
  return (
    <Section title={t.difference.title} intro={t.difference.intro}>
      {changes.length === 0 ? (
        <p>{t.difference.none}</p>
      ) : (
        <Figure
          name={`${objection.dossier}-difference`}
          title={t.difference.picture}
          open
          rows={changes}
          rowKey={({ applicationId }) => applicationId}
          columns={[
            {
              id: "application",
              header: t.difference.application,
              value: ({ applicationId }) => applicationId,
            },
            {
              id: "fromCents",
              header: t.difference.from,
              numeric: true,
              value: ({ from }) => from,
              show: ({ from }) => f.money(from),
            },
            {
              id: "toCents",
              header: t.difference.to,
              numeric: true,
              value: ({ to }) => to,
              show: ({ to }) => f.money(to),
            },
            {
              id: "effect",
              header: t.difference.effect,
              value: ({ effect }) => effect,
              show: ({ effect, reason }) => (
                <>
                  <strong>{t.difference.effects[effect]}</strong>. <span className="small">{l(reason)}</span>
                </>
              ),
            },
          ]}
        >
          <svg
            className="difference"
            viewBox={`0 0 600 ${changes.length * 64}`}
            role="img"
            aria-label={t.difference.picture}
          >
            {changes.map(({ applicationId, from, to }, place) => (
              <g key={applicationId} transform={`translate(0 ${place * 64})`}>
                <text x="0" y="14" className="difference__name">
                  {applicationId}
                </text>
                <rect
                  className="difference__from"
                  x="0"
                  y="20"
                  height="14"
                  width={Math.max(2, (from / most) * 600)}
                />
                <rect
                  className="difference__to"
                  x="0"
                  y="36"
                  height="14"
                  width={Math.max(2, (to / most) * 600)}
                />
              </g>
            ))}
          </svg>
          <ul className="difference__legend small">
            <li className="difference__key difference__key--from">{t.difference.from}</li>
            <li className="difference__key difference__key--to">{t.difference.to}</li>
          </ul>
        </Figure>
      )}
      {sumOf(difference.needed) > 0 && (
        <Alert kind={short > 0 ? "warning" : "good"}>
          <p>{t.difference.rest(f.money(sumOf(difference.needed)), f.money(rest))}</p>
          {short > 0 && <p>{t.difference.shortfall(f.money(short))}</p>}
        </Alert>
      )}
      <ul className="stack">
        {rounds.first !== null && (
          <li>
            <PageLink path={`/rounds/${rounds.first}`}>{t.difference.first}</PageLink>
          </li>
        )}
        {rounds.second !== null && (
          <li>
            <PageLink path={`/rounds/${rounds.second}`}>{t.difference.second}</PageLink>
          </li>
        )}
      </ul>
    </Section>
  );
}
