/** What was ordered back, with interest, receipts and payment in parts. */
import type { GrantView, RecoveryView } from "@voorsprong/server/contract";
import { useState } from "react";
import { Field } from "../../components/Field.js";
import { DayInput, MoneyInput, NumberInput } from "../../components/form/TypedInput.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { ActionForm } from "./ActionForm.js";
import { isDay } from "./is-day.js";
import { Lines } from "./Lines.js";
import { WordsField } from "./WordsField.js";

/** All recoveries of a grant; nothing when there is none. */
export function Recoveries({ grant, today }: { grant: GrantView; today: string }) {
  const { recovery: t } = useGrantTexts();
  if (grant.recoveries.length === 0) return null;
  return (
    <>
      <h3 id="recovery">{t.title}</h3>
      {grant.recoveries.map((recovery) => (
        <Recovery key={recovery.id} grant={grant} recovery={recovery} today={today} />
      ))}
    </>
  );
}

function Recovery({ grant, recovery, today }: { grant: GrantView; recovery: RecoveryView; today: string }) {
  const { recovery: t } = useGrantTexts();
  const f = useFormat();
  const { cents, orderedOn, due, principalCents, interestCents, instalments, lines, limit } = recovery;
  const open = principalCents + interestCents > 0;
  return (
    <div className="card stack">
      <p>{t.ordered(f.money(cents), f.date(orderedOn), f.date(due))}</p>
      <p>
        <strong>{open ? t.open(f.money(principalCents), f.money(interestCents)) : t.done}</strong>
      </p>
      {instalments.length > 0 && (
        <>
          <p>{t.instalments}:</p>
          <ul>
            {instalments.map(({ day, cents: part }) => (
              <li key={day}>
                {f.date(day)}: {f.money(part)}
              </li>
            ))}
          </ul>
        </>
      )}
      {lines.length > 0 && (
        <details>
          <summary>{t.arithmetic}</summary>
          <Lines lines={lines} caption={t.arithmetic} />
        </details>
      )}
      <p className="small soft">{t.limit(f.date(limit))}</p>
      {open && grant.may.includes("pay") && <Receive grant={grant} recovery={recovery} today={today} />}
      {open && grant.may.includes("manage") && <Parts grant={grant} recovery={recovery} today={today} />}
    </div>
  );
}

interface FormProps {
  readonly grant: GrantView;
  readonly recovery: RecoveryView;
  readonly today: string;
}

function Receive({ grant, recovery, today }: FormProps) {
  const { recovery: t, wrongAmount, wrongDay } = useGrantTexts();
  const [cents, setCents] = useState<number | string | null>(
    recovery.principalCents + recovery.interestCents,
  );
  const [day, setDay] = useState<string | null>(today);
  const [wrong, setWrong] = useState(false);
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.receive}
      submit={t.save}
      make={() => {
        const good = typeof cents === "number" && cents > 0 && isDay(day);
        setWrong(!good);
        const path = `/recoveries/${recovery.id}/receipts`;
        return good ? { path, body: { cents, receivedOn: day }, done: t.saved } : null;
      }}
    >
      <Field label={t.amount} error={wrong && typeof cents !== "number" ? wrongAmount : undefined}>
        {(control) => <MoneyInput control={control} value={cents} onChange={setCents} />}
      </Field>
      <Field label={t.day} error={wrong && !isDay(day) ? wrongDay : undefined}>
        {(control) => (
          <DayInput
            control={control}
            value={day}
            onChange={(typed) => setDay(typeof typed === "string" ? typed : null)}
          />
        )}
      </Field>
    </ActionForm>
  );
}

function Parts({ grant, recovery, today }: FormProps) {
  const { recovery: t, settlement, wrongDay, needed } = useGrantTexts();
  const [count, setCount] = useState<number | string | null>(6);
  const [first, setFirst] = useState<string | null>(today);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState(false);
  const isCount = typeof count === "number" && Number.isInteger(count) && count >= 2 && count <= 60;
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.plan}
      submit={t.plan}
      make={() => {
        const good = isCount && isDay(first) && reason.trim() !== "";
        setWrong(!good);
        const path = `/recoveries/${recovery.id}/instalments`;
        return good ? { path, body: { count, first, reason }, done: t.planned } : null;
      }}
    >
      <Field label={t.count} error={wrong && !isCount ? needed : undefined}>
        {(control) => <NumberInput control={control} value={count} onChange={setCount} />}
      </Field>
      <Field label={t.first} error={wrong && !isDay(first) ? wrongDay : undefined}>
        {(control) => (
          <DayInput
            control={control}
            value={first}
            onChange={(typed) => setFirst(typeof typed === "string" ? typed : null)}
          />
        )}
      </Field>
      <WordsField label={settlement.reason} value={reason} onChange={setReason} wrong={wrong} />
    </ActionForm>
  );
}
