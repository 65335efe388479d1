/** Awards with their money, as deciding and paying leave them. */
import { canonicalText, hashOf } from "@voorsprong/allocation";
import { awardGrants, bookMoney, type Movement } from "@voorsprong/instruments/fund/grants";
import type { Store } from "@voorsprong/store";
import { exchangeFund, openCall } from "./exchange-fixtures.js";

/** One application that gets a grant. */
export interface Awarded {
  readonly number: number;
  readonly name: string;
  readonly grant: number;
  readonly kind?: string;
  readonly kvk?: string;
  readonly region?: string;
  readonly theme?: string;
  readonly size?: string;
  readonly at?: Date;
  readonly content?: Record<string, unknown>;
}

/** The calls that awards belong to; a call of examples is opened beside the real one. */
export const registerCall = "register-call";

/** Opens the calls; once per store. */
export async function openRegisterCalls(store: Store): Promise<void> {
  await openCall(store, registerCall);
  await openCall(store, `${registerCall}-example`);
  await store.database.query("UPDATE calls SET example = true WHERE id = $1", [`${registerCall}-example`]);
}

/** Writes an application and awards it. Gives its id. */
export async function award(
  store: Store,
  { number, name, grant, kind = "company", kvk, region, theme, size, at, content = {} }: Awarded,
  example = false,
): Promise<string> {
  const personId = "00000000-0000-4000-8000-00000000a001";
  const callId = example ? `${registerCall}-example` : registerCall;
  const id = `A${example ? "X" : "R"}${String(number).padStart(11, "0")}`;
  const organisation = `O${example ? "X" : "R"}${String(number).padStart(11, "0")}`;
  const document = {
    format: "voorsprong-application/1",
    title: `Project ${number} van iemand`,
    summary: `Wat project ${number} doet, in een paar zinnen.`,
    project: { theme, region, start: "2027-01-01", end: "2028-12-31" },
    costs: [{ workPackage: "wp1", year: 2027, category: "personnel", cents: grant * 2 }],
    ...content,
  };
  const hash = hashOf(document);
  await store.database.transaction(async (tx) => {
    await tx.query(
      `INSERT INTO people (id, name, language, example, created_at) VALUES ($1, 'Voorbeeld aanvrager', 'nl', true, now())
       ON CONFLICT (id) DO NOTHING`,
      [personId],
    );
    await tx.query(
      `INSERT INTO organisations (id, name, kind, kvk, place, postcode, sector, created_at, search)
       VALUES ($1, $2, $3, $4, 'Zwolle', '8000 AA', '28', now(), lower($2))`,
      [organisation, name, kind, kvk ?? null],
    );
    await tx.query(
      `INSERT INTO grant_applications (id, call_id, fund_id, organisation_id, state, number, version, document, title, theme,
         region, size, requested, received_at, complete_at, search, created_by, created_at, changed_at)
       VALUES ($1, $2, $3, $4, 'submitted', $5, 1, $6::jsonb, $7, $8, $9, $10, $11, now(), now(), '', $12, now(), now())`,
      [
        id,
        callId,
        exchangeFund,
        organisation,
        number,
        JSON.stringify(document),
        document.title,
        theme ?? null,
        region ?? null,
        size ?? null,
        grant * 2,
        personId,
      ],
    );
    const { seq } = await store.ledger.append(tx, {
      kind: "application.submitted",
      subject: id,
      body: { call: callId, hash },
    });
    await tx.query(
      `INSERT INTO grant_application_versions (application_id, version, call_version, document, hash, receipt,
         submitted_by, submitted_at, ledger_seq) VALUES ($1, 1, 1, $2, $3, '', $4, now(), $5)`,
      [id, canonicalText(document), hash, personId, seq],
    );
    await awardGrants(tx, { ledger: store.ledger, at: at ?? new Date() }, [
      { applicationId: id, grantCents: grant, roundId: null, decisionHash: null },
    ]);
  });
  return id;
}

/** Books a movement of a grant's money. */
export async function book(
  store: Store,
  applicationId: string,
  kind: Movement["kind"],
  cents: number,
  onDay: string,
): Promise<void> {
  await store.database.transaction((tx) =>
    bookMoney(tx, store.ledger, {
      kind,
      applicationId,
      fundId: exchangeFund,
      example: false,
      cents,
      onDay,
      organisation: "Voorbeeld",
    }),
  );
}
