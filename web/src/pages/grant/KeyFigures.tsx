/** The money of a grant in a few figures. */
import type { GrantView } from "@voorsprong/server/contract";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";

/** Granted, paid, settled, and what is left to pay or to pay back. */
export function KeyFigures({ grant }: { grant: GrantView }) {
  const { figures: t } = useGrantTexts();
  const f = useFormat();
  const { granted, paid, settled, recoveryOrdered } = grant.money;
  const open = grant.recoveries.reduce((sum, each) => sum + each.principalCents + each.interestCents, 0);
  const toPay = settled === null ? 0 : Math.max(0, settled - paid + recoveryOrdered);
  const figures: readonly (readonly [string, string])[] = [
    [t.granted, f.money(granted)],
    [t.paid, f.money(paid)],
    [t.settled, settled === null ? t.none : f.money(settled)],
    ...(toPay > 0 ? [[t.toPay, f.money(toPay)] as const] : []),
    ...(open > 0 ? [[t.toRecover, f.money(open)] as const] : []),
  ];
  return (
    <dl className="grant-figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
