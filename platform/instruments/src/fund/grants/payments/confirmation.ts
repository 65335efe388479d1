/** What the payer confirms: per order the day it was paid. All rows are right and booked, or none is. */
import { publicName } from "@voorsprong/access";
import { amsterdamDay } from "@voorsprong/legal-time";
import { type InputError, Refusal } from "../../../kernel/refusal.js";
import {
  type CellError,
  type Column,
  openSource,
  openTable,
  TableError,
} from "../../exchange/table/index.js";
import { type GrantContext, today } from "../context.js";
import { bookMoney } from "../money.js";

const columns: readonly Column[] = [
  {
    name: "reference",
    title: { nl: "Het kenmerk", en: "The reference" },
    holds: { kind: "text", longest: 200 },
    required: true,
    example: "RESEARCH-2027-0042-01",
  },
  {
    name: "paid on",
    title: { nl: "De betaaldag", en: "The day of payment" },
    holds: { kind: "day" },
    required: true,
    example: "2027-03-01",
  },
  {
    name: "amount",
    title: { nl: "Het bedrag", en: "The amount" },
    holds: { kind: "cents" },
    required: true,
    example: "75000.00",
  },
];

interface Confirmed {
  readonly row: number;
  readonly reference: string;
  readonly paidOn: string;
  readonly cents: number;
}

interface Ordered {
  readonly id: string;
  readonly applicationId: string;
  readonly fundId: string;
  readonly example: boolean;
  readonly organisationId: string;
  readonly organisation: string;
  readonly kind: string;
  readonly reference: string;
  readonly purpose: string;
  readonly cents: number;
  readonly state: string;
  readonly paidOn: string | null;
  /** When it was handed to the payer; null before that. */
  readonly orderedAt: Date | null;
}

/**
 * Books a confirmation file (CSV or XLSX with the columns reference, paid on, amount): each order becomes paid with its
 * ledger entry. A row that was booked before, with the same day and amount, is left as it is, so that a file can be sent
 * again.
 *
 * @returns how many orders became paid now
 * @throws Refusal with the place of every cell that is not right; then nothing is booked
 */
export async function confirmPayments(context: GrantContext, fundId: string, file: Buffer): Promise<number> {
  const rows = await readConfirmation(file);
  const { database, ledger } = context;
  return database.transaction(async (tx) => {
    const orders = await tx.query<Ordered>(
      `SELECT p.id, p.application_id AS "applicationId", p.fund_id AS "fundId", g.example, o.id AS "organisationId", o.name AS organisation, o.kind,
         p.reference, p.purpose, p.cents, p.state, p.paid_on AS "paidOn", b.made_at AS "orderedAt"
       FROM payment_orders p JOIN grants g ON g.application_id = p.application_id
       JOIN organisations o ON o.id = g.organisation_id LEFT JOIN payment_batches b ON b.id = p.batch_id
       WHERE p.fund_id = $1 AND p.reference = ANY($2::text[]) ORDER BY p.reference FOR UPDATE OF p`,
      [fundId, rows.map(({ reference }) => reference)],
    );
    const byReference = new Map(orders.map((order) => [order.reference, order]));
    refuseWrong(rows, byReference, today(context));
    let booked = 0;
    for (const { reference, paidOn } of rows) {
      const order = byReference.get(reference)!;
      if (order.state === "paid") continue;
      const { applicationId, example, cents, purpose } = order;
      const { seq } = await bookMoney(tx, ledger, {
        kind: "payment.made",
        applicationId,
        fundId,
        example,
        cents,
        onDay: paidOn,
        organisation: publicName({ id: order.organisationId, name: order.organisation, kind: order.kind }),
        details: { reference, purpose },
      });
      await tx.query(
        "UPDATE payment_orders SET state = 'paid', paid_on = $2::date, ledger_seq = $3 WHERE id = $1",
        [order.id, paidOn, seq],
      );
      booked += 1;
    }
    return booked;
  });
}

async function readConfirmation(file: Buffer): Promise<Confirmed[]> {
  const rows: Confirmed[] = [];
  const errors: InputError[] = [];
  try {
    const table = await openTable(await openSource(file), columns);
    if (table === null) throw new Refusal("unusable", "The file is empty.");
    if ("errors" in table.header) throw unusable(table.header.errors.map(errorOf));
    for await (const { row, values, errors: wrong } of table.records) {
      errors.push(...wrong.map(errorOf));
      if (wrong.length === 0)
        rows.push({
          row,
          reference: String(values.reference),
          paidOn: String(values["paid on"]),
          cents: Number(values.amount),
        });
    }
  } catch (error) {
    if (error instanceof TableError) throw new Refusal("unusable", error.message);
    throw error;
  }
  if (errors.length > 0) throw unusable(errors);
  return rows;
}

function refuseWrong(rows: readonly Confirmed[], orders: ReadonlyMap<string, Ordered>, now: string): void {
  const errors: InputError[] = [];
  const seen = new Set<string>();
  for (const { row, reference, paidOn, cents } of rows) {
    const order = orders.get(reference);
    const wrong = (code: string, detail: string) =>
      errors.push({ in: "body", location: { line: row }, code, detail: `Row ${row}: ${detail}` });
    if (seen.has(reference)) wrong("twice", `the reference ${reference} stands twice in this file.`);
    seen.add(reference);
    if (order === undefined) {
      wrong("unknown", `there is no payment ${reference} in this fund.`);
      continue;
    }
    if (order.cents !== cents)
      wrong("amount", `${reference} was ordered for ${order.cents} cents, not for ${cents}.`);
    if (paidOn > now) wrong("day", `${paidOn} has not come yet.`);
    if (order.state === "paid" && order.paidOn !== paidOn)
      wrong("paid", `${reference} was confirmed as paid on ${order.paidOn} already.`);
    else if (order.state !== "paid" && order.state !== "ordered")
      wrong("state", `${reference} is ${order.state}: it was not ordered.`);
    const orderedOn = order.orderedAt && amsterdamDay(order.orderedAt);
    if (order.state === "ordered" && orderedOn !== null && paidOn < orderedOn)
      wrong(
        "day",
        `${reference} was ordered on ${orderedOn}; it was not paid on ${paidOn}, before that day.`,
      );
  }
  if (errors.length > 0) throw unusable(errors);
}

const unusable = (errors: readonly InputError[]) =>
  new Refusal("unusable", "The confirmation holds rows that are not right; nothing was booked.", errors);

const errorOf = ({ row, name, problem }: CellError): InputError => ({
  in: "body",
  location: { line: row },
  code: "cell",
  detail: `Row ${row}, ${name}: ${problem.en}`,
});
