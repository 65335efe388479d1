/** A grant's money as bars: asked, granted, paid, settled. */
import type { AwardView } from "@voorsprong/server/contract";
import { type PairBar, PairBars } from "../../charts/PairBars.js";
import { Figure } from "../../components/Figure.js";
import { Section } from "../../components/Page.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";

interface Row {
  readonly id: string;
  readonly label: string;
  readonly cents: number | null;
}

/** The picture with its table. */
export function AwardMoney({ award }: { award: AwardView }) {
  const t = useRegisterTexts().award;
  const f = useFormat();
  const rows: Row[] = [
    { id: "requested", label: t.requested, cents: award.requested },
    { id: "granted", label: t.granted, cents: award.granted },
    { id: "paid", label: t.paid, cents: award.paid },
    { id: "settled", label: t.settled, cents: award.settled },
  ];
  const text = (cents: number | null) => (cents === null ? t.notSettled : f.money(cents));
  const bars: PairBar[] = rows.map(({ id, label, cents }) => ({
    id,
    label,
    asked: award.requested,
    here: cents ?? 0,
    other: null,
    hereText: text(cents),
    otherText: null,
    askedText: f.money(award.requested),
  }));
  return (
    <Section title={t.money}>
      <Figure
        name={`${award.dossier}-money`}
        title={t.moneyTitle}
        titleHidden
        source={t.source}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { id: "kind", header: t.kind, value: ({ id }) => id, show: ({ label }) => label },
          {
            id: "cents",
            header: t.amount,
            value: ({ cents }) => cents,
            show: ({ cents }) => text(cents),
            numeric: true,
          },
        ]}
      >
        <PairBars bars={bars} legend={{ asked: t.requested, here: t.amount, other: null }} />
      </Figure>
    </Section>
  );
}
