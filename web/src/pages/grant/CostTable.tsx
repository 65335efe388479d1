/** Costs per category and year, to be filled in. */
import type { CostCell } from "@voorsprong/server/contract";
import { COST_CATEGORIES } from "@voorsprong/state-aid";
import { useId, useState } from "react";
import { Button } from "../../components/Button.js";
import { Field, Select } from "../../components/Field.js";
import { MoneyInput, NumberInput } from "../../components/form/TypedInput.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { useCostName } from "./use-cost-name.js";

/** A cost while it is being typed: the amount may still be a text that cannot be read. */
export type TypedCost = Omit<CostCell, "cents"> & { readonly cents: number | string | null };

/** Costs that can be sent, or null while an amount cannot be read; empty amounts count as zero. */
export function readCosts(costs: readonly TypedCost[]): CostCell[] | null {
  const read = costs.map((cost) => ({ ...cost, cents: cost.cents ?? 0 }));
  return read.every((cost): cost is CostCell => typeof cost.cents === "number" && cost.cents >= 0)
    ? read
    : null;
}

/** Rows with an amount each; more rows can be added. */
export function CostTable(props: {
  label: string;
  costs: readonly TypedCost[];
  onChange: (costs: readonly TypedCost[]) => void;
  participants: readonly { readonly id: string; readonly name: string }[];
  /** Whether unreadable amounts are pointed out. */
  wrong: boolean;
}) {
  const t = useGrantTexts();
  const f = useFormat();
  const { label, costs, onChange, participants, wrong } = props;
  const named = useCostName();
  const nameOf = (cost: TypedCost) => named(cost, participants);
  const isWrong = (cost: TypedCost) => typeof cost.cents === "string" || (cost.cents ?? 0) < 0;
  const total = costs.reduce((sum, { cents }) => sum + (typeof cents === "number" ? cents : 0), 0);
  return (
    <fieldset className="field field--group">
      <legend>{label}</legend>
      <ul className="stack grant-costs">
        {costs.map((cost, at) => (
          <li key={nameOf(cost)} className="grant-costs__row">
            <Field label={nameOf(cost)} error={wrong && isWrong(cost) ? t.costs.wrong : undefined}>
              {(control) => (
                <MoneyInput
                  control={control}
                  value={cost.cents}
                  onChange={(cents) => onChange(costs.with(at, { ...cost, cents }))}
                />
              )}
            </Field>
            <Button
              purpose="subtle"
              aria-label={t.costs.remove(nameOf(cost))}
              onClick={() => onChange(costs.filter((_, other) => other !== at))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <p className="number">{t.costs.total(f.money(total))}</p>
      <NewCost
        participants={participants}
        onAdd={(cost) => {
          if (!costs.some((each) => nameOf(each) === nameOf(cost))) onChange([...costs, cost]);
        }}
      />
    </fieldset>
  );
}

function NewCost({
  participants,
  onAdd,
}: {
  participants: readonly { readonly id: string; readonly name: string }[];
  onAdd: (cost: TypedCost) => void;
}) {
  const t = useGrantTexts();
  const heading = useId();
  const l = useLocalised();
  const [category, setCategory] = useState<string>("personnel");
  const [year, setYear] = useState<number | string | null>(null);
  const [participant, setParticipant] = useState("lead");
  const ready = typeof year === "number" && Number.isInteger(year) && year >= 2000 && year <= 2100;
  return (
    <details>
      <summary id={heading}>{t.costs.new}</summary>
      <div className="stack grant-costs__new">
        <Field label={t.costs.category}>
          {(control) => (
            <Select
              control={control}
              value={category}
              onChange={setCategory}
              options={COST_CATEGORIES.map(({ id, title }) => ({ value: id, label: l(title) }))}
            />
          )}
        </Field>
        <Field label={t.costs.year}>
          {(control) => <NumberInput control={control} value={year} onChange={setYear} />}
        </Field>
        {participants.length > 1 && (
          <Field label={t.costs.participant}>
            {(control) => (
              <Select
                control={control}
                value={participant}
                onChange={setParticipant}
                options={participants.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          </Field>
        )}
        <div>
          <Button
            disabled={!ready}
            onClick={() => {
              if (typeof year !== "number") return;
              onAdd({ workPackage: "", participant, category, year, cents: null });
              setYear(null);
            }}
          >
            {t.costs.add}
          </Button>
        </div>
      </div>
    </details>
  );
}
