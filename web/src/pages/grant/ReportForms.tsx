/** Writing a report and judging one. */
import type { GrantView } from "@voorsprong/server/contract";
import { useState } from "react";
import { Field } from "../../components/Field.js";
import { DayInput } from "../../components/form/TypedInput.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { ActionForm } from "./ActionForm.js";
import { CostTable, readCosts, type TypedCost } from "./CostTable.js";
import { isDay } from "./is-day.js";
import { WordsField } from "./WordsField.js";

/** The costs to begin with: what was reported last, with the rest of the plan at nothing. */
export function costsSoFar(grant: GrantView): readonly TypedCost[] {
  const last = grant.reports.findLast(({ state }) => state !== "returned")?.costs ?? [];
  const same = (one: TypedCost, other: TypedCost) =>
    one.workPackage === other.workPackage &&
    one.participant === other.participant &&
    one.category === other.category &&
    one.year === other.year;
  const planned = grant.agreement.costs.map(
    ({ workPackage, participant, category, year }): TypedCost => ({
      workPackage,
      participant,
      category,
      year,
      cents: null,
    }),
  );
  const open = planned.filter((cost) => !last.some((each) => same(each, cost)));
  return [...last, ...open];
}

/** For the recipient. */
export function WriteReport({ grant, today }: { grant: GrantView; today: string }) {
  const { progress: t, wrongDay } = useGrantTexts();
  const [until, setUntil] = useState<string | null>(today);
  const [progress, setProgress] = useState("");
  const [costs, setCosts] = useState(() => costsSoFar(grant));
  const [wrong, setWrong] = useState(false);
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.write}
      submit={t.send}
      onDone={() => setProgress("")}
      make={() => {
        const read = readCosts(costs);
        const good = isDay(until) && progress.trim() !== "" && read !== null;
        setWrong(!good);
        return good ? { path: "/reports", body: { until, progress, costs: read }, done: t.sent } : null;
      }}
    >
      <Field label={t.until} error={wrong && !isDay(until) ? wrongDay : undefined}>
        {(control) => (
          <DayInput
            control={control}
            value={until}
            onChange={(day) => setUntil(typeof day === "string" ? day : null)}
          />
        )}
      </Field>
      <WordsField label={t.text} hint={t.textHint} value={progress} onChange={setProgress} wrong={wrong} />
      <CostTable
        label={t.costs}
        costs={costs}
        onChange={setCosts}
        participants={grant.agreement.participants}
        wrong={wrong}
      />
    </ActionForm>
  );
}

/** For the fund. */
export function JudgeReport({ applicationId, number }: { applicationId: string; number: number }) {
  const { progress: t } = useGrantTexts();
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState(false);
  const path = `/reports/${number}/judgement`;
  return (
    <ActionForm
      applicationId={applicationId}
      title={`${t.judgement} (${number})`}
      submit={t.accept}
      make={() => ({ path, body: { accept: true, words }, done: t.accepted })}
      others={[
        {
          label: t.return,
          make: () => {
            setWrong(words.trim() === "");
            return words.trim() === "" ? null : { path, body: { accept: false, words }, done: t.returned };
          },
        },
      ]}
    >
      <WordsField label={t.words} value={words} onChange={setWords} wrong={wrong} />
    </ActionForm>
  );
}
