/** The fund manager proposes to withdraw a grant or a part of it. */
import type { GrantView, WithdrawalGround } from "@voorsprong/server/contract";
import { useState } from "react";
import { Field, Select } from "../../components/Field.js";
import { MoneyInput } from "../../components/form/TypedInput.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { ActionForm } from "./ActionForm.js";
import { WordsField } from "./WordsField.js";

/** The form, with the grounds that fit the state of the grant. */
export function ProposeWithdrawal({ grant }: { grant: GrantView }) {
  const { settlement: t, wrongAmount } = useGrantTexts();
  const all = Object.keys(t.withdrawalGrounds) as WithdrawalGround[];
  const fitting = all.filter((ground) => ground.startsWith("4:49") === (grant.state === "settled"));
  const [ground, setGround] = useState<WithdrawalGround>(fitting[0] ?? "4:48(1)(a)");
  const [remaining, setRemaining] = useState<number | string | null>(0);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.withdraw}
      submit={t.sendProposal}
      make={() => {
        const good = typeof remaining === "number" && reason.trim() !== "";
        setWrong(!good);
        return good
          ? {
              path: "/withdrawal-proposals",
              body: { ground, reason, remainingCents: remaining },
              done: t.proposed,
            }
          : null;
      }}
    >
      <Field label={t.withdrawalGround}>
        {(control) => (
          <Select
            control={control}
            value={ground}
            onChange={(value) => setGround(value as WithdrawalGround)}
            options={fitting.map((value) => ({ value, label: `Awb ${t.withdrawalGrounds[value]}` }))}
          />
        )}
      </Field>
      <Field label={t.remaining} error={wrong && typeof remaining !== "number" ? wrongAmount : undefined}>
        {(control) => <MoneyInput control={control} value={remaining} onChange={setRemaining} />}
      </Field>
      <WordsField label={t.reason} value={reason} onChange={setReason} wrong={wrong} />
    </ActionForm>
  );
}
