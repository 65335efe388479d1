/** What the rules of state aid need to know: per party, and about the project. */
import type { Column, Row, TableSchema } from "@voorsprong/call-form";
import { Field } from "../../../components/Field.js";
import { Check } from "../../../components/form/Options.js";
import { TableField } from "../../../components/form/TableField.js";
import { DayInput } from "../../../components/form/TypedInput.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { type StepProps, useChange, usePartyName } from "./parts.js";
import { SizeTest } from "./SizeTest.js";

const PARTY_FLAGS = ["nonEconomic", "mayPublish", "inDifficulty", "recoveryOrder"] as const;

/** The facts that the bases of a call can ask for. */
const FACTS = {
  "gber-25": ["widelyDisseminated", "openLicence", "areaA", "areaC", "jointProject"],
  "gber-26": ["severalStatesFund"],
  "gber-26a": ["crossBorder", "smeCapacity"],
  "gber-27": ["areaA", "areaC"],
} as const;

const same = (text: string) => ({ nl: text, en: text });

/** Size and statements. */
export function AidStep({ call, document, keeper }: StepProps) {
  const { aid: t } = useApplicationTexts();
  const change = useChange(keeper);
  const nameOf = usePartyName(document);
  const aid = document.aid ?? {};
  const parties = ["lead", ...(document.partners ?? []).map(({ id }) => id)];
  const facts = [
    ...new Set(
      Object.entries(FACTS).flatMap(([basis, names]) =>
        call.aid.basis.includes(basis as never) ? names : [],
      ),
    ),
  ];
  const statedBy = (party: string) => aid.parties?.[party] ?? {};
  const put = (party: string, values: object) =>
    change("aid", { ...aid, parties: { ...aid.parties, [party]: { ...statedBy(party), ...values } } });
  return (
    <div className="stack stack--wide">
      <p>{t.intro}</p>
      {parties.map((party) => (
        <fieldset key={party} className="fields card">
          <legend>{nameOf(party)}</legend>
          {PARTY_FLAGS.map((flag) => (
            <Check
              key={flag}
              control={{ id: `${party}-${flag}` }}
              label={t.party[flag]}
              checked={statedBy(party)[flag] === true}
              onChange={() => put(party, { [flag]: statedBy(party)[flag] !== true })}
            />
          ))}
          <SizeTest
            party={party}
            name={nameOf(party)}
            ownership={statedBy(party).ownership}
            onChange={(ownership) => put(party, { ownership })}
          />
          {call.aid.basis.includes("de-minimis") && (
            <DeMinimis
              party={party}
              aid={statedBy(party).deMinimisAid}
              onChange={(deMinimisAid) => put(party, { deMinimisAid })}
            />
          )}
        </fieldset>
      ))}
      <fieldset className="fields">
        <legend>{t.projectFacts}</legend>
        {facts.map((fact) => (
          <Check
            key={fact}
            control={{ id: `fact-${fact}` }}
            label={t.facts[fact]}
            checked={aid[fact] === true}
            onChange={() => change("aid", { ...aid, [fact]: aid[fact] !== true })}
          />
        ))}
        <Field label={t.startOfWorks}>
          {(control) => (
            <DayInput
              control={control}
              value={aid.startOfWorks}
              onChange={(startOfWorks) => change("aid", { ...aid, startOfWorks })}
            />
          )}
        </Field>
      </fieldset>
    </div>
  );
}

type DeMinimisAid = readonly { readonly date: string; readonly cents: number; readonly enterprise: string }[];

/** Earlier de minimis aid of a party and of all that are one undertaking with it. */
function DeMinimis(props: {
  party: string;
  aid: DeMinimisAid | null | undefined;
  onChange: (aid: DeMinimisAid | null) => void;
}) {
  const { aid: t } = useApplicationTexts();
  const { party, aid } = props;
  const schema: TableSchema = {
    type: "array",
    maxItems: 100,
    items: {
      type: "object",
      additionalProperties: false,
      properties: {
        date: { type: "string", format: "date" },
        cents: { type: "integer", format: "money", minimum: 0 },
        enterprise: { type: "string", maxLength: 300 },
      },
    },
  };
  const columns: readonly Column[] = [
    { id: "date", title: same(t.date) },
    { id: "cents", title: same(t.amount), total: true },
    { id: "enterprise", title: same(t.enterprise) },
  ];
  return (
    <div className="stack">
      <h3>{t.deMinimis}</h3>
      <p className="soft small">{t.deMinimisHint}</p>
      <Check
        control={{ id: `${party}-no-de-minimis` }}
        label={t.none}
        checked={aid?.length === 0}
        onChange={() => props.onChange(aid?.length === 0 ? null : [])}
      />
      <TableField
        question={`${party}-de-minimis`}
        caption={t.deMinimis}
        schema={schema}
        columns={columns}
        rows={(aid ?? []) as readonly Row[]}
        errors={[]}
        onChange={(rows) =>
          props.onChange(
            rows.map((row) => ({
              date: String(row.date ?? ""),
              cents: (row.cents ?? 0) as number,
              enterprise: String(row.enterprise ?? ""),
            })),
          )
        }
      />
    </div>
  );
}
