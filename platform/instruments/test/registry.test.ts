/** Several instruments behind one clause. */
import {
  type Instrument,
  type InstrumentStatus,
  instrumentRegistry,
  type Opportunity,
} from "@voorsprong/instruments";
import type { Clause } from "@voorsprong/programme";
import { describe, expect, it } from "vitest";

const text = { nl: "voorbeeld", en: "example" };
const none = { cents: null, evidence: null, example: false };

const clause = (amounts: readonly number[]): Clause => ({
  id: "point.clause",
  point: "point",
  title: text,
  text,
  planned: false,
  instruments: [],
  envelopes: amounts.map((amount, index) => ({
    id: `e${index}`,
    title: text,
    amount,
    from: 2027,
    to: 2030,
    reserve: 0,
    assumptions: [],
    source: "accord",
  })),
  targets: [],
  figures: [],
});

function instrument(
  status: Partial<InstrumentStatus["money"]> | null,
  rest: Partial<InstrumentStatus> = {},
  offers: readonly Opportunity[] = [],
): Instrument {
  return {
    kind: "example",
    status: async () =>
      status && {
        money: { committed: none, decided: none, paid: none, settled: none, ...status },
        lastDecision: null,
        risks: [],
        ...rest,
      },
    opportunities: async () => offers,
  };
}

const money = (cents: number, example = false) => ({ cents, evidence: `/x/${cents}`, example });
const line = (at: string, example: boolean) => ({
  roundId: at,
  title: at,
  at,
  level: "A" as const,
  hash: "h",
  example,
});

describe("the registry", () => {
  it("adds up what was promised, committed and decided; unknown stays unknown", async () => {
    const registry = instrumentRegistry([
      instrument({ committed: money(100), decided: money(40) }),
      instrument({ committed: money(7) }),
      instrument(null),
    ]);
    expect((await registry.status(clause([500, 250]))).money).toEqual({
      promised: { cents: 750, evidence: "/clauses/point.clause", example: false },
      committed: { cents: 107, evidence: "/x/100", example: false },
      decided: { cents: 40, evidence: "/x/40", example: false },
      paid: none,
      settled: none,
    });
    expect((await instrumentRegistry([]).status(clause([]))).money.promised.cents).toBeNull();
  });

  it("never adds example money to measured money", async () => {
    const examples = [instrument({ committed: money(5, true) }), instrument({ committed: money(6, true) })];
    expect((await instrumentRegistry(examples).status(clause([]))).money.committed).toMatchObject({
      cents: 11,
      example: true,
    });
    const mixed = instrumentRegistry([...examples, instrument({ committed: money(3) })]);
    expect((await mixed.status(clause([]))).money.committed).toMatchObject({ cents: 3, example: false });
  });

  it("shows the newest decision, an example only where there is no other, and every risk", async () => {
    const risk = (id: string) => ({ id, severity: "low" as const, text, evidence: null });
    const registry = instrumentRegistry([
      instrument({}, { lastDecision: line("2027-05-01T00:00:00.000Z", false), risks: [risk("a")] }),
      instrument({}, { lastDecision: line("2029-01-01T00:00:00.000Z", true), risks: [risk("b")] }),
      instrument({}, { lastDecision: line("2027-06-01T00:00:00.000Z", false) }),
    ]);
    const status = await registry.status(clause([]));
    expect(status.lastDecision?.at).toBe("2027-06-01T00:00:00.000Z");
    expect(status.risks.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("orders offers by the moment they close, those that never close last", async () => {
    const offer = (id: string, closes: string | null): Opportunity => ({
      instrument: "x",
      id,
      title: text,
      why: text,
      path: "/x",
      closes,
    });
    const registry = instrumentRegistry([
      instrument(null, {}, [offer("open", null), offer("late", "2027-06-01T17:00:00+02:00")]),
      instrument(null, {}, [offer("early", "2027-06-01T16:00:00+02:00")]),
    ]);
    const offers = await registry.opportunities({}, new Date());
    expect(offers.map(({ id }) => id)).toEqual(["early", "late", "open"]);
  });
});
