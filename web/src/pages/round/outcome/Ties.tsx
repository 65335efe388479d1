import type { DecisionSummary, RoundView } from "@voorsprong/server/contract";
import { useRoundTexts } from "../../../i18n/round.js";
import { useRoundFormat } from "../units.js";

/** How the tie-break chose among equal outcomes, each step proven or said to be not. */
export function Ties({ round, ties }: { round: RoundView; ties: DecisionSummary["ties"] }) {
  const t = useRoundTexts().explanation.ties;
  const format = useRoundFormat(round);
  if (ties === null) return null;
  const { money, lot } = ties;
  return (
    <p className="soft">
      {money === null
        ? null
        : `${(money.proven ? t.moneyProven : t.moneyOpen)(format.count(money.steps), format.money(money.step))} `}
      {lot.proven ? t.lotProven : t.lotOpen}
    </p>
  );
}
