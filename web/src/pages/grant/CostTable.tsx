/** Costs per category and year, to be filled in. */
import type { CostCell } from "@voorsprong/server/contract";
import { useId, useState } from "react";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { MoneyInput, NumberInput } from "../../components/form/TypedInput.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";

/** A cost while it is being typed: the amount may still be a text that cannot be read. */
export type TypedCost = Omit<CostCell, "cents"> & { readonly cents: number | string | null };

/** Costs that can be sent, or null while an amount cannot be read; empty amounts count as zero. */
export function readCosts(costs: readonly TypedCost[]): CostCell[] | null {
  const read = costs.map((cost) => ({ ...cost, cents: cost.cents ?? 0 }));
  return read.every((cost): cost is CostCell => typeof cost.cents === "number" && cost.cents >= 0)
    ? read
    : null;
}

/** What a cost is called. */
export function costName(
  { workPackage, participant, category, year }: Omit<CostCell, "cents">,
  lead: string,
): string {
  return [category, year, participant === "lead" ? lead : participant, workPackage]
    .filter((part) => part !== "")
    .join(", ");
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
  const nameOf = (cost: TypedCost) =>
    costName(cost, participants.find(({ id }) => id === "lead")?.name ?? "");
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
  const [category, setCategory] = useState("");
  const [year, setYear] = useState<number | string | null>(null);
  const [participant, setParticipant] = useState("lead");
  const ready =
    category.trim() !== "" &&
    typeof year === "number" &&
    Number.isInteger(year) &&
    year >= 2000 &&
    year <= 2100;
  return (
    <details>
      <summary id={heading}>{t.costs.new}</summary>
      <div className="stack grant-costs__new">
        <Field label={t.costs.category}>
          {(control) => (
            <Input {...control} value={category} onChange={(event) => setCategory(event.target.value)} />
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
              onAdd({ workPackage: "", participant, category: category.trim(), year, cents: null });
              setCategory("");
            }}
          >
            {t.costs.add}
          </Button>
        </div>
      </div>
    </details>
  );
}
