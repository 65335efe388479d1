/** The call in short. */
import type { CallDefinition } from "@voorsprong/call-form";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useLocalised } from "../../i18n/texts.js";

/** Who, how much, when, and how it is decided. */
export function CallFacts({ call }: { call: CallDefinition }) {
  const { facts: t } = useCallTexts();
  const shell = useShellTexts();
  const f = useFormat();
  const l = useLocalised();
  const { grant, review } = call;
  const bounds = [
    grant.minimum !== undefined && t.from(f.money(grant.minimum)),
    grant.maximum !== undefined && t.to(f.money(grant.maximum)),
  ].filter((part) => part !== false);
  const total = call.budgets.reduce((sum, { amount }) => sum + amount, 0);
  const reviewed = review.reviewers === 0 ? t.noReview : t.reviewers(f.number(review.reviewers));
  const facts: readonly (readonly [string, string])[] = [
    [t.budget, f.money(total)],
    [t.perApplication, bounds.length === 0 ? t.noBounds : bounds.join(", ")],
    [t.period, t.periodText(f.dateTime(call.opens), f.dateTime(call.closes))],
    [t.review, review.blind && review.reviewers > 0 ? `${reviewed}; ${t.blind}` : reviewed],
    [t.rule, shell.rule[call.rule]],
    [t.decision, t.decisionText(f.number(call.decisionWeeks))],
    [t.objection, t.objectionText(f.number(call.objectionWeeks))],
    ...(call.legalBasis === undefined ? [] : [[t.legalBasis, l(call.legalBasis)] as const]),
  ];
  return (
    <Section title={t.title}>
      <dl className="call__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {call.budgets.length > 1 && <Budgets call={call} />}
    </Section>
  );
}

function Budgets({ call }: { call: CallDefinition }) {
  const { budgets: t } = useCallTexts();
  const f = useFormat();
  return (
    <Table
      caption={t.caption}
      rows={call.budgets}
      rowKey={({ id }) => id}
      columns={[
        { id: "id", header: t.id, rowHeader: true, cell: ({ id }) => id },
        { id: "amount", header: t.amount, numeric: true, cell: ({ amount }) => f.money(amount) },
      ]}
    />
  );
}
