/** Advances, payments by two people, and suspension. */
import type { GrantView, PaymentView } from "@voorsprong/server/contract";
import { useState } from "react";
import { Alert } from "../../components/Alert.js";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { ActionButton, ActionForm } from "./ActionForm.js";
import { WordsField } from "./WordsField.js";

type State = PaymentView["state"] | GrantView["advances"][number]["state"];

const kinds: Partial<Record<State, BadgeKind>> = {
  paid: "good",
  due: "warning",
  waiting: "warning",
  rejected: "danger",
};

/** How an advance or payment stands. */
export function PaymentState({ state }: { state: State }) {
  const { payments: t } = useGrantTexts();
  return <Badge kind={kinds[state] ?? "neutral"}>{t.states[state]}</Badge>;
}

/** What a payment is for. */
export function usePurpose() {
  const { payments: t } = useGrantTexts();
  return ({ advance }: Pick<PaymentView, "advance">) =>
    advance === null ? t.balance : t.advance(advance.replace(/^advance-/, ""));
}

/** The section. */
export function Payments({ grant }: { grant: GrantView }) {
  const { payments: t } = useGrantTexts();
  const f = useFormat();
  const purpose = usePurpose();
  const pays = grant.may.includes("pay");
  const { settled, paid, recoveryOrdered } = grant.money;
  const underWay = grant.payments.some(({ state }) => ["proposed", "approved", "ordered"].includes(state));
  const balance = settled === null ? 0 : settled - paid + recoveryOrdered;
  return (
    <Section title={t.title} id="payments" intro={t.intro}>
      {grant.suspended && (
        <Alert kind="warning" title={t.suspendedNow}>
          <p className="grant-words">{grant.suspensions.at(-1)?.reason}</p>
        </Alert>
      )}
      <Table
        caption={t.advances}
        stacked
        empty={t.noAdvances}
        columns={[
          {
            id: "what",
            header: t.columns.what,
            cell: (row) => purpose({ advance: row.id }),
            rowHeader: true,
          },
          { id: "due", header: t.columns.due, cell: (row) => f.date(row.due) },
          { id: "amount", header: t.columns.amount, cell: (row) => f.money(row.cents), numeric: true },
          { id: "state", header: t.columns.state, cell: (row) => <PaymentState state={row.state} /> },
          ...(pays
            ? [
                {
                  id: "action",
                  header: t.columns.action,
                  cell: (row: GrantView["advances"][number]) =>
                    row.state === "due" && (
                      <ActionButton
                        applicationId={grant.applicationId}
                        label={t.propose}
                        aria-label={`${t.propose}: ${purpose({ advance: row.id })}`}
                        change={{
                          path: "/payments",
                          body: { purpose: "advance", advance: row.id },
                          done: t.proposed,
                        }}
                      />
                    ),
                },
              ]
            : []),
        ]}
        rows={grant.advances}
        rowKey={(row) => row.id}
      />
      {pays && balance > 0 && !underWay && (
        <ActionButton
          applicationId={grant.applicationId}
          label={t.balanceDue}
          change={{ path: "/payments", body: { purpose: "balance" }, done: t.proposed }}
        />
      )}
      <Orders grant={grant} />
      <Suspensions grant={grant} />
      {grant.may.includes("manage") && <Suspend grant={grant} />}
    </Section>
  );
}

function Orders({ grant }: { grant: GrantView }) {
  const { payments: t } = useGrantTexts();
  const f = useFormat();
  const purpose = usePurpose();
  if (grant.payments.length === 0) return null;
  const waiting = grant.may.includes("pay") ? grant.payments.filter(({ state }) => state === "proposed") : [];
  return (
    <>
      <Table
        caption={t.orders}
        stacked
        columns={[
          { id: "reference", header: t.columns.reference, cell: (row) => row.reference, rowHeader: true },
          { id: "what", header: t.columns.what, cell: purpose },
          { id: "amount", header: t.columns.amount, cell: (row) => f.money(row.cents), numeric: true },
          {
            id: "state",
            header: t.columns.state,
            cell: (row) => (
              <>
                <PaymentState state={row.state} />{" "}
                {row.paidOn !== null && <span className="small">{t.paidOn(f.date(row.paidOn))}</span>}
                {row.judgement !== null && <span className="small grant-words">{row.judgement}</span>}
              </>
            ),
          },
        ]}
        rows={grant.payments}
        rowKey={(row) => row.id}
      />
      {waiting.map((payment) =>
        payment.own ? (
          <p key={payment.id} className="soft">
            {payment.reference}: {t.own}
          </p>
        ) : (
          <Judge key={payment.id} applicationId={grant.applicationId} payment={payment} />
        ),
      )}
    </>
  );
}

function Judge({ applicationId, payment }: { applicationId: string; payment: PaymentView }) {
  const { payments: t } = useGrantTexts();
  const f = useFormat();
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState(false);
  const path = `/payments/${payment.id}/judgement`;
  return (
    <ActionForm
      applicationId={applicationId}
      title={`${t.approve}: ${payment.reference}, ${f.money(payment.cents)}`}
      submit={t.approve}
      make={() => ({ path, body: { approve: true, words }, done: t.approved })}
      others={[
        {
          label: t.reject,
          make: () => {
            setWrong(words.trim() === "");
            return words.trim() === "" ? null : { path, body: { approve: false, words }, done: t.rejected };
          },
        },
      ]}
    >
      <WordsField label={t.why} value={words} onChange={setWords} wrong={wrong} />
    </ActionForm>
  );
}

function Suspensions({ grant }: { grant: GrantView }) {
  const { payments: t } = useGrantTexts();
  const f = useFormat();
  const past = grant.suspensions.filter(({ liftedAt }) => liftedAt !== null);
  if (past.length === 0) return null;
  return (
    <details>
      <summary>{t.suspensions}</summary>
      <ul className="stack">
        {past.map(({ id, suspendedAt, liftedAt, reason, lifting }) => (
          <li key={id}>
            {t.suspension(f.date(suspendedAt), liftedAt === null ? t.still : f.date(liftedAt))}:{" "}
            <span className="grant-words">{reason}</span> <span className="grant-words">{lifting}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Suspend({ grant }: { grant: GrantView }) {
  const { payments: t } = useGrantTexts();
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState(false);
  if (!grant.suspended && grant.state !== "running" && grant.state !== "settling") return null;
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={grant.suspended ? t.lift : t.suspend}
      submit={grant.suspended ? t.lift : t.suspend}
      onDone={() => setWords("")}
      make={() => {
        setWrong(words.trim() === "");
        if (words.trim() === "") return null;
        return grant.suspended
          ? { path: "/suspension/end", body: { words }, done: t.lifted }
          : { path: "/suspension", body: { words }, done: t.suspendedNow };
      }}
    >
      <WordsField
        label={t.why}
        {...(grant.suspended ? {} : { hint: t.suspendHint })}
        value={words}
        onChange={setWords}
        wrong={wrong}
      />
    </ActionForm>
  );
}
