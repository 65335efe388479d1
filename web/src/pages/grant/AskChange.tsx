/** The recipient asks to change the agreement. */
import type { GrantView } from "@voorsprong/server/contract";
import { useState } from "react";
import { Field } from "../../components/Field.js";
import { DayInput, MoneyInput } from "../../components/form/TypedInput.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { ActionForm } from "./ActionForm.js";
import { CostTable, readCosts, type TypedCost } from "./CostTable.js";
import { isDay } from "./is-day.js";
import { WordsField } from "./WordsField.js";

/** The form, with everything as it now is. What is left as it is, is not asked to change. */
export function AskChange({ grant }: { grant: GrantView }) {
  const { agreement: t, wrongAmount, wrongDay } = useGrantTexts();
  const l = useLocalised();
  const { agreement } = grant;
  const moved = agreement.milestones.filter(({ kind }) => kind !== "end");
  const [reason, setReason] = useState("");
  const [ends, setEnds] = useState<string | null>(agreement.ends);
  const [cents, setCents] = useState<number | string | null>(agreement.grantCents);
  const [dues, setDues] = useState<Readonly<Record<string, string | null>>>(() =>
    Object.fromEntries(moved.map(({ id, due }) => [id, due])),
  );
  const [costs, setCosts] = useState<readonly TypedCost[]>(() =>
    agreement.costs.map(({ workPackage, participant, category, year, cents: planned }) => ({
      workPackage,
      participant,
      category,
      year,
      cents: planned,
    })),
  );
  const [wrong, setWrong] = useState(false);

  const make = () => {
    const read = readCosts(costs);
    const milestones = moved.flatMap(({ id, due }) => {
      const wanted = dues[id] ?? null;
      return wanted === due ? [] : [{ id, due: wanted }];
    });
    const good =
      reason.trim() !== "" &&
      isDay(ends) &&
      typeof cents === "number" &&
      read !== null &&
      milestones.every(({ due }) => isDay(due));
    setWrong(!good);
    if (!good) return null;
    const sameCosts =
      read.length === agreement.costs.length &&
      read.every(
        (cost, at) =>
          cost.cents === agreement.costs[at]?.cents && cost.category === agreement.costs[at]?.category,
      );
    return {
      path: "/changes",
      body: {
        reason,
        ...(ends === agreement.ends ? {} : { ends }),
        ...(cents === agreement.grantCents ? {} : { grantCents: cents }),
        ...(milestones.length === 0 ? {} : { milestones }),
        ...(sameCosts ? {} : { costs: read }),
      },
      done: t.sent,
    };
  };

  const day = (label: string, value: string | null, set: (day: string | null) => void) => (
    <Field key={label} label={label} error={wrong && !isDay(value) ? wrongDay : undefined}>
      {(control) => (
        <DayInput
          control={control}
          value={value}
          onChange={(typed) => set(typeof typed === "string" ? typed : null)}
        />
      )}
    </Field>
  );
  return (
    <ActionForm applicationId={grant.applicationId} title={t.ask} submit={t.send} make={make}>
      <WordsField label={t.reason} value={reason} onChange={setReason} wrong={wrong} />
      {day(t.ends, ends, setEnds)}
      {moved.map(({ id, title }) =>
        day(t.due(l(title)), dues[id] ?? null, (due) => setDues((all) => ({ ...all, [id]: due }))),
      )}
      <Field
        label={t.grant}
        hint={t.grantHint}
        error={wrong && typeof cents !== "number" ? wrongAmount : undefined}
      >
        {(control) => <MoneyInput control={control} value={cents} onChange={setCents} />}
      </Field>
      {agreement.costs.length > 0 && (
        <CostTable
          label={t.budget}
          costs={costs}
          onChange={setCosts}
          participants={agreement.participants}
          wrong={wrong}
        />
      )}
    </ActionForm>
  );
}
