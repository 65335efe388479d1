/** One reduction of a settlement: what is taken off, on which ground, and why. */
import type { ReductionView } from "@voorsprong/server/contract";
import { grounds } from "@voorsprong/settlement";
import { Button } from "../../components/Button.js";
import { Field, Select } from "../../components/Field.js";
import { MoneyInput, NumberInput } from "../../components/form/TypedInput.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { WordsField } from "./WordsField.js";

/** A reduction while it is being written. */
export interface TypedReduction {
  readonly key: number;
  readonly kind: ReductionView["kind"];
  readonly cost: string;
  readonly ground: ReductionView["ground"];
  readonly amount: number | string | null;
  readonly percent: number | string | null;
  readonly reason: string;
}

/** A reduction that can be sent, or null while something is missing. */
export function readReduction({
  kind,
  cost,
  ground,
  amount,
  percent,
  reason,
}: TypedReduction): ReductionView | null {
  if (reason.trim() === "") return null;
  if (kind === "share") {
    const basisPoints = typeof percent === "number" ? Math.round(percent * 100) : -1;
    return basisPoints >= 0 && basisPoints <= 10_000 ? { kind, basisPoints, ground, reason } : null;
  }
  if (typeof amount !== "number" || amount < 0) return null;
  if (kind === "amount") return { kind, cents: amount, ground, reason };
  return cost === "" ? null : { kind, cost, cents: amount, ground, reason };
}

const kinds = ["share", "amount", "costs"] as const;
const groundIds = Object.keys(grounds) as ReductionView["ground"][];

/** The fields. Costs that were not necessary can only be taken off a cost (Awb 4:46(3)). */
export function ReductionFields(props: {
  number: number;
  reduction: TypedReduction;
  costs: readonly { readonly id: string; readonly name: string }[];
  onChange: (reduction: TypedReduction) => void;
  onRemove: () => void;
  wrong: boolean;
}) {
  const { settlement: t, wrongAmount, needed } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const { number, reduction, costs, onChange, onRemove, wrong } = props;
  const set = (part: Partial<TypedReduction>) => onChange({ ...reduction, ...part });
  const allowed = groundIds.filter((ground) => ground !== "4:46(3)" || reduction.kind === "costs");
  return (
    <fieldset className="field field--group">
      <legend>{t.reduction(f.number(number))}</legend>
      <Field label={t.kind}>
        {(control) => (
          <Select
            control={control}
            value={reduction.kind}
            onChange={(kind) =>
              set({
                kind: kind as TypedReduction["kind"],
                ground: kind !== "costs" && reduction.ground === "4:46(3)" ? "4:46(2)(a)" : reduction.ground,
              })
            }
            options={kinds
              .filter((kind) => kind !== "costs" || costs.length > 0)
              .map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
        )}
      </Field>
      {reduction.kind === "costs" && (
        <Field label={t.cost} error={wrong && reduction.cost === "" ? needed : undefined}>
          {(control) => (
            <Select
              control={control}
              value={reduction.cost}
              onChange={(cost) => set({ cost })}
              options={[
                { value: "", label: "–" },
                ...costs.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </Field>
      )}
      {reduction.kind === "share" ? (
        <Field label={t.percent} error={wrong && typeof reduction.percent !== "number" ? needed : undefined}>
          {(control) => (
            <NumberInput
              control={control}
              value={reduction.percent}
              onChange={(percent) => set({ percent })}
            />
          )}
        </Field>
      ) : (
        <Field
          label={t.amount}
          error={wrong && typeof reduction.amount !== "number" ? wrongAmount : undefined}
        >
          {(control) => (
            <MoneyInput control={control} value={reduction.amount} onChange={(amount) => set({ amount })} />
          )}
        </Field>
      )}
      <Field label={t.ground}>
        {(control) => (
          <Select
            control={control}
            value={reduction.ground}
            onChange={(ground) => set({ ground: ground as TypedReduction["ground"] })}
            options={allowed.map((ground) => ({
              value: ground,
              label: `Awb ${ground}: ${l(grounds[ground])}`,
            }))}
          />
        )}
      </Field>
      <WordsField
        label={t.reason}
        value={reduction.reason}
        onChange={(reason) => set({ reason })}
        wrong={wrong}
      />
      <div>
        <Button purpose="subtle" onClick={onRemove}>
          {t.removeReduction(f.number(number))}
        </Button>
      </div>
    </fieldset>
  );
}
