/** The size of an organisation, computed from its figures and those of the enterprises around it. */
import type { Column, Row, TableSchema } from "@voorsprong/call-form";
import type { ApplicationDocument, Localised } from "@voorsprong/server/contract";
import { namedOwnership, ownershipGap, SIZE_NAMES, type SizeResult, sizeOf } from "@voorsprong/state-aid";
import { useState } from "react";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Check } from "../../../components/form/Options.js";
import { TableField } from "../../../components/form/TableField.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useLocalised } from "../../../i18n/texts.js";
import { ownershipOf, rowsOf, SUBJECT } from "./size-rows.js";

type Ownership = NonNullable<
  NonNullable<NonNullable<NonNullable<ApplicationDocument["aid"]>["parties"]>[string]>["ownership"]
>;

const OWNERS = [
  "enterprise",
  "natural-person",
  "public-body",
  "public-investment",
  "venture-capital",
  "university",
  "institutional-investor",
] as const;

const same = (text: string) => ({ nl: text, en: text });
const number = { type: "number", minimum: 0 } as const;
const money = { type: "integer", format: "money", minimum: 0 } as const;
const share = { type: "number", minimum: 0, maximum: 100 } as const;

function table(properties: TableSchema["items"]["properties"], maxItems: number): TableSchema {
  return { type: "array", maxItems, items: { type: "object", additionalProperties: false, properties } };
}

/** The outcome of the test on a graph, or what is lacking; null while nothing is filled in. */
function outcomeOf(ownership: Ownership | null | undefined, name: string): SizeResult | Localised | null {
  if (!ownership) return null;
  const gap = ownershipGap(ownership as never, name);
  return gap ?? sizeOf(namedOwnership(ownership as never, name));
}

/**
 * The size test of one party.
 * @param name of the party, for the sentences
 * @param onChange gets the graph, or null to use the chosen size again
 */
export function SizeTest(props: {
  party: string;
  name: string;
  ownership: Ownership | null | undefined;
  onChange: (ownership: Ownership | null) => void;
}) {
  const { aid: t } = useApplicationTexts();
  const l = useLocalised();
  const { party, ownership } = props;
  // Rows stay as they are typed; the graph is what they come to so far.
  const [rows, setRows] = useState(() => rowsOf(ownership as never));
  const [changedOwner, setChangedOwner] = useState(ownership?.changedOwner === true);
  const outcome = outcomeOf(ownership, props.name);
  const put = (figures: readonly Row[], related: readonly Row[], changed = changedOwner) => {
    setRows({ figures, related });
    props.onChange(ownershipOf(figures, related, changed) as Ownership | null);
  };
  const names = rows.related.map(({ name }, at) => ({ id: `e${at + 1}`, name: String(name || at + 1) }));
  const figureColumns: readonly Column[] = [
    { id: "staff", title: same(t.staff) },
    { id: "turnover", title: same(t.turnover) },
    { id: "balance", title: same(t.balance) },
  ];
  const ownFigures = { staff: number, turnover: money, balance: money } as const;
  return (
    <details className="size-test" open={ownership !== null && ownership !== undefined}>
      <summary>{t.compute}</summary>
      <div className="stack">
        <h3>{t.figures}</h3>
        <TableField
          question={`${party}-figures`}
          caption={t.figures}
          schema={table({ endsOn: { type: "string", format: "date" }, ...ownFigures }, 10)}
          columns={[{ id: "endsOn", title: same(t.endsOn) }, ...figureColumns]}
          rows={rows.figures}
          errors={[]}
          onChange={(next) => put(next, rows.related)}
        />
        <h3>{t.related}</h3>
        <p className="soft small">{t.relatedHint}</p>
        <TableField
          question={`${party}-related`}
          caption={t.related}
          schema={table(
            {
              name: { type: "string", maxLength: 300 },
              kind: { type: "string", enum: OWNERS },
              direction: { type: "string", enum: ["owns", "owned"] },
              toward: { type: "string", enum: [SUBJECT, ...names.map(({ id }) => id)] },
              capital: share,
              votes: share,
              ...ownFigures,
            },
            40,
          )}
          columns={[
            { id: "name", title: same(t.name) },
            {
              id: "kind",
              title: same(t.kind),
              labels: Object.fromEntries(OWNERS.map((each) => [each, same(t.owner[each])])),
            },
            {
              id: "direction",
              title: same(t.direction),
              labels: { owns: same(t.owns), owned: same(t.owned) },
            },
            {
              id: "toward",
              title: same(t.toward),
              labels: {
                [SUBJECT]: same(t.self),
                ...Object.fromEntries(names.map(({ id, name }) => [id, same(name)])),
              },
            },
            { id: "capital", title: same(t.capital) },
            { id: "votes", title: same(t.votes) },
            ...figureColumns,
          ]}
          rows={rows.related}
          errors={[]}
          onChange={(next) =>
            put(
              rows.figures,
              next.map((row) =>
                Object.keys(row).length === 0
                  ? { kind: "enterprise", direction: "owns", toward: SUBJECT }
                  : row,
              ),
            )
          }
        />
        <Check
          control={{ id: `${party}-changed-owner` }}
          label={t.changedOwner}
          checked={changedOwner}
          onChange={() => {
            setChangedOwner(!changedOwner);
            put(rows.figures, rows.related, !changedOwner);
          }}
        />
        {outcome !== null && "nl" in outcome && <Alert kind="warning">{l(outcome)}</Alert>}
        {outcome !== null && "size" in outcome && (
          <Alert kind="good" title={t.outcome(l(SIZE_NAMES[outcome.size]))}>
            <ul>
              {outcome.lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
                <li key={at}>
                  {l(line.text)} <span className="small soft">{line.article}</span>
                </li>
              ))}
              {outcome.assumptions.map(({ id, covers, text }) => (
                <li key={`${id} ${covers}`}>{l(text)}</li>
              ))}
            </ul>
          </Alert>
        )}
        {ownership && (
          <div>
            <Button
              purpose="subtle"
              onClick={() => {
                setRows({ figures: [], related: [] });
                props.onChange(null);
              }}
            >
              {t.useChosen}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
