/** How two versions of an agreement differ, in words. */
import type { AgreementDifference } from "@voorsprong/server/contract";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";

/** A list with one line per difference. */
export function Differences({ differences }: { differences: readonly AgreementDifference[] }) {
  const { agreement: t } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const show = (value: string | number) => (typeof value === "number" ? f.money(value) : f.date(value));
  return (
    <ul>
      {differences.map(({ what, from, to }) => (
        <li key={what.en}>
          {from === null
            ? to !== null && t.added(l(what), show(to))
            : to === null
              ? t.removed(l(what), show(from))
              : t.difference(l(what), show(from), show(to))}
        </li>
      ))}
    </ul>
  );
}
