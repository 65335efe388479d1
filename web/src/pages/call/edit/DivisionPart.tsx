/** The rule of division, the tie-break and the limits. */
import type { CallDefinition, Limit, Rule } from "@voorsprong/call-form";
import { Field } from "../../../components/Field.js";
import { NumberInput } from "../../../components/form/TypedInput.js";
import { Section } from "../../../components/Page.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useErrorAt } from "./errors.js";
import { ChoiceField, LocalisedField, MoneyField, NumberField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";
import type { PartProps } from "./parts.js";

const RULES: readonly Rule[] = ["optimal", "ranking", "first-come", "lottery", "pro-rata"];
const KINDS = ["share", "amount", "count"] as const;
const TAGS = ["theme", "region", "size"] as const;

/** A lottery is drawn by the ledger and nothing else is; less money goes first only under `optimal`. */
function withRule(call: CallDefinition, rule: Rule): CallDefinition {
  const { money, ...tieBreak } = call.tieBreak;
  return {
    ...call,
    rule,
    tieBreak: {
      ...tieBreak,
      seed: rule === "lottery" ? "drawn-by-ledger" : "published-before-opening",
      ...(rule === "optimal" && money !== undefined && { money }),
    },
  };
}

/** The part. */
export function DivisionPart({ call, fund, onChange }: PartProps) {
  const { division: t } = useCallEditTexts();
  const { division: words } = useCallTexts();
  const shell = useShellTexts();
  const l = useLocalised();
  const values = { theme: fund.themes, region: fund.regions, size: fund.sizes };
  return (
    <>
      <Section title={t.title} intro={t.intro}>
        <ChoiceField
          label={t.rule}
          hint={shell.ruleText[call.rule]}
          at="/rule"
          value={call.rule}
          onChange={(rule) => onChange(withRule(call, rule))}
          options={RULES.map((value) => ({ value, label: shell.rule[value] }))}
        />
        <ChoiceField
          label={t.misfit}
          at="/misfit"
          value={call.misfit}
          onChange={(misfit) => onChange({ ...call, misfit })}
          options={(["skip", "stop"] as const).map((value) => ({ value, label: words.misfit[value] }))}
        />
        <p>{words.tie[call.tieBreak.seed]}</p>
        {call.rule === "optimal" && (
          <MoneyField
            label={t.money}
            hint={t.moneyHint}
            at="/tieBreak/money/step"
            value={call.tieBreak.money?.step}
            onChange={(step) => {
              const { money: _, ...tieBreak } = call.tieBreak;
              onChange({
                ...call,
                tieBreak: step === undefined ? tieBreak : { ...tieBreak, money: { step } },
              });
            }}
          />
        )}
      </Section>
      <Section title={t.limits} intro={t.limitsIntro}>
        <ListEditor<Limit>
          label={t.limits}
          items={call.limits}
          nameOf={({ tag, value }) => {
            const found = values[tag].find(({ id }) => id === value);
            return found === undefined ? value : l(found.title);
          }}
          addLabel={t.addLimit}
          make={() => ({
            kind: "share",
            tag: "theme",
            value: fund.themes[0]?.id ?? "",
            min: "0.1",
            of: "awarded",
            reason: { nl: "", en: "" },
          })}
          onChange={(limits) => onChange({ ...call, limits })}
        >
          {(limit, index, change) => (
            <LimitEditor limit={limit} at={`/limits/${index}`} values={values} onChange={change} />
          )}
        </ListEditor>
      </Section>
    </>
  );
}

/** The limit as one of another kind: what it is about stays, its bounds are of another measure. */
function withKind({ tag, value, reason }: Limit, kind: Limit["kind"]): Limit {
  if (kind === "share") return { kind, tag, value, reason, min: "0.1", of: "awarded" };
  return kind === "amount"
    ? { kind, tag, value, reason, min: 10_000_000 }
    : { kind, tag, value, reason, min: 1 };
}

function LimitEditor(props: {
  limit: Limit;
  at: string;
  values: Readonly<Record<Limit["tag"], PartProps["fund"]["themes"]>>;
  onChange: (limit: Limit) => void;
}) {
  const { limit, at, values, onChange } = props;
  const { division: t } = useCallEditTexts();
  const { division: words } = useCallTexts();
  const l = useLocalised();
  const error = useErrorAt(at);
  const bound = (side: "min" | "max") => (value: unknown) => {
    const { [side]: _, ...rest } = limit;
    onChange((value === undefined ? rest : { ...rest, [side]: value }) as Limit);
  };
  return (
    <div className="stack">
      {error && <p className="field__error">{error}</p>}
      <div className="call-edit__beside">
        <ChoiceField
          label={t.tag}
          at={`${at}/tag`}
          value={limit.tag}
          onChange={(tag) => onChange({ ...limit, tag, value: values[tag][0]?.id ?? "" })}
          options={TAGS.map((value) => ({ value, label: words.tags[value] }))}
        />
        <ChoiceField
          label={t.value}
          at={`${at}/value`}
          value={limit.value}
          onChange={(value) => onChange({ ...limit, value })}
          options={values[limit.tag].map(({ id, title }) => ({ value: id, label: l(title) }))}
        />
        <ChoiceField
          label={t.kind}
          at={`${at}/kind`}
          value={limit.kind}
          onChange={(kind) => onChange(withKind(limit, kind))}
          options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
        />
      </div>
      <div className="call-edit__beside">
        {(["min", "max"] as const).map((side) => (
          <Bound key={side} limit={limit} side={side} at={at} onChange={bound(side)} />
        ))}
        {limit.kind === "share" && (
          <ChoiceField
            label={t.of}
            at={`${at}/of`}
            value={limit.of}
            onChange={(of) => onChange({ ...limit, of })}
            options={(["awarded", "budget"] as const).map((value) => ({ value, label: words.of[value] }))}
          />
        )}
      </div>
      <LocalisedField
        label={t.reason}
        at={`${at}/reason`}
        value={limit.reason}
        onChange={(reason) => reason && onChange({ ...limit, reason })}
      />
    </div>
  );
}

function Bound(props: { limit: Limit; side: "min" | "max"; at: string; onChange: (value: unknown) => void }) {
  const { limit, side, onChange } = props;
  const { division: t } = useCallEditTexts();
  const at = `${props.at}/${side}`;
  const label = t[side];
  if (limit.kind === "share")
    return <ShareField label={label} at={at} value={limit[side]} onChange={onChange} />;
  const Figure = limit.kind === "amount" ? MoneyField : NumberField;
  return <Figure label={label} at={at} value={limit[side]} onChange={onChange} />;
}

/** A share, typed as a percentage and kept as an exact decimal. */
function ShareField(props: {
  label: string;
  at: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  const { value } = props;
  const { division: t } = useCallEditTexts();
  const share = value === undefined ? null : Number(`${value}e2`);
  return (
    <Field label={`${props.label} (%)`} hint={t.shareHint} error={useErrorAt(props.at)}>
      {(control) => (
        <NumberInput
          control={control}
          value={Number.isNaN(share) ? value : share}
          onChange={(next) =>
            props.onChange(
              next === null ? undefined : typeof next === "number" ? String(Number(`${next}e-2`)) : next,
            )
          }
        />
      )}
    </Field>
  );
}
