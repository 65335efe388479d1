import {
  type ClaimedCost,
  grounds,
  type Reduction,
  type SettlementInput,
  SettlementInputError,
  settle,
} from "@voorsprong/settlement";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const third = { numerator: 1, denominator: 3 };
const half = { numerator: 5_000, denominator: 10_000 };
const cost = (id: string, claimedCents: number, over: Partial<ClaimedCost> = {}): ClaimedCost => ({
  id,
  workPackage: "wp1",
  participant: "lead",
  name: { nl: "Loonkosten", en: "Personnel" },
  claimedCents,
  rate: half,
  ...over,
});
const input = (over: Partial<SettlementInput> = {}): SettlementInput => ({
  grantCents: 150_000_00,
  regime: "costs",
  initiative: "recipient",
  costs: [cost("a", 200_000_00), cost("b", 60_000_00, { participant: "school" })],
  participantLimits: [],
  reductions: [],
  paidCents: 120_000_00,
  ...over,
});

describe("on real costs", () => {
  test("lower costs give a lower grant, and the rest is paid", () => {
    const settlement = settle(input());
    expect(settlement).toMatchObject({ settledCents: 130_000_00, balanceCents: 10_000_00 });
    expect(settlement.participants).toEqual([
      { participant: "lead", cents: 100_000_00 },
      { participant: "school", cents: 30_000_00 },
    ]);
    expect(settlement.lines.at(-1)).toMatchObject({ step: "to-pay", article: "Awb 4:52, 4:87" });
  });

  test("higher costs never give more than was granted, per participant and in total", () => {
    const more = input({ costs: [cost("a", 900_000_00), cost("b", 60_000_00, { participant: "school" })] });
    expect(settle(more).settledCents).toBe(150_000_00);
    const limited = settle({ ...more, participantLimits: [{ participant: "lead", cents: 110_000_00 }] });
    expect(limited.settledCents).toBe(140_000_00);
    expect(limited.lines.map(({ step }) => step)).toContain("participant-limit");
  });

  test("shares are exact and rounded down per cost", () => {
    const settlement = settle(
      input({ costs: [cost("a", 100, { rate: third }), cost("b", 100, { rate: third })], paidCents: 0 }),
    );
    expect(settlement.costs.map(({ grantCents }) => grantCents)).toEqual([33, 33]);
    const large = settle(
      input({ grantCents: 9e15, costs: [cost("a", 9e15 - 1, { rate: third })], paidCents: 0 }),
    );
    expect(large.settledCents).toBe(Number((9n * 10n ** 15n - 1n) / 3n));
  });

  test("the lines say the share as people do", () => {
    const rates = [half, third, { numerator: 123_45, denominator: 100_00 * 10 }];
    const { lines } = settle(input({ costs: rates.map((rate, at) => cost(`c${at}`, 1_000_00, { rate })) }));
    const texts = lines.filter(({ step }) => step === "grant-on-cost").map(({ text }) => text.nl);
    expect(texts).toEqual([
      "Loonkosten: 50% van € 1.000,00 is € 500,00.",
      "Loonkosten: 1/3 van € 1.000,00 is € 333,33.",
      "Loonkosten: 2469/20000 van € 1.000,00 is € 123,45.",
    ]);
  });

  test("each reduction rests on its ground and says its effect on the grant", () => {
    const reductions: Reduction[] = [
      {
        id: "r1",
        kind: "costs",
        cost: "a",
        cents: 20_000_00,
        ground: "4:46(3)",
        reason: "Reizen zonder doel.",
      },
      { id: "r2", kind: "share", basisPoints: 1_000, ground: "4:46(2)(b)", reason: "Rapport te laat." },
      { id: "r3", kind: "amount", cents: 8_000_00, ground: "4:46(2)(a)", reason: "Pilot niet uitgevoerd." },
    ];
    const settlement = settle(input({ reductions }));
    // 130,000 less half of 20,000 is 120,000; less 10% is 108,000; less 8,000 is 100,000: 20,000 too much was paid.
    expect(settlement).toMatchObject({ settledCents: 100_000_00, balanceCents: -20_000_00 });
    expect(settlement.reductions).toEqual([
      { id: "r1", ground: "4:46(3)", cents: 10_000_00 },
      { id: "r2", ground: "4:46(2)(b)", cents: 12_000_00 },
      { id: "r3", ground: "4:46(2)(a)", cents: 8_000_00 },
    ]);
    const line = settlement.lines.find(({ article }) => article === "Awb 4:46(2)(b)");
    expect(line?.text.en).toBe(
      `${grounds["4:46(2)(b)"].en} EUR 12,000.00 is taken off the grant: Rapport te laat.`,
    );
    expect(settlement.lines.at(-1)).toMatchObject({ step: "to-recover", article: "Awb 4:57, 4:95(4)" });
  });

  test("a reduction beyond what is left takes what is left", () => {
    const reductions: Reduction[] = [
      {
        id: "r1",
        kind: "costs",
        cost: "a",
        cents: 900_000_00,
        ground: "4:46(2)(c)",
        reason: "Onjuiste facturen.",
      },
      { id: "r2", kind: "amount", cents: 900_000_00, ground: "4:46(2)(d)", reason: "Onjuist verleend." },
    ];
    const settlement = settle(input({ reductions }));
    expect(settlement).toMatchObject({ settledCents: 0, balanceCents: -120_000_00 });
    expect(settlement.reductions.map(({ cents }) => cents)).toEqual([100_000_00, 30_000_00]);
  });
});

describe("a fixed amount", () => {
  test("costs do not count; the amount is lowered on a ground only", () => {
    const fixed = input({ grantCents: 90_000_00, regime: "performance", costs: [], paidCents: 90_000_00 });
    expect(settle(fixed)).toMatchObject({ settledCents: 90_000_00, balanceCents: 0, participants: [] });
    const partly = settle({
      ...fixed,
      reductions: [
        { id: "r", kind: "share", basisPoints: 2_500, ground: "4:46(2)(a)", reason: "Drie van vier." },
      ],
    });
    expect(partly).toMatchObject({ settledCents: 67_500_00, balanceCents: -22_500_00 });
  });

  test("of the authority's own accord names that article", () => {
    const settlement = settle(input({ initiative: "authority", costs: [] }));
    expect(settlement.lines.find(({ step }) => step === "settled")?.article).toBe("Awb 4:46, 4:47");
  });
});

describe("input that does not fit is refused", () => {
  const reduction: Reduction = { id: "r", kind: "amount", cents: 1, ground: "4:46(2)(a)", reason: "Reden." };
  test.each<[string, Partial<SettlementInput>]>([
    ["gives no reason", { reductions: [{ ...reduction, reason: " " }] }],
    ["takes away costs", { reductions: [{ ...reduction, ground: "4:46(3)" }] }],
    [
      "there is no cost x",
      { reductions: [{ id: "r", kind: "costs", cost: "x", cents: 1, ground: "4:46(3)", reason: "Reden." }] },
    ],
    ["whole number of cents", { paidCents: -1 }],
    ["between 0 and 1", { costs: [cost("a", 1, { rate: { numerator: 3, denominator: 2 } })] }],
    ["same id", { costs: [cost("a", 1), cost("a", 2)] }],
  ])("%s", (message, over) => {
    expect(() => settle(input(over))).toThrow(SettlementInputError);
    expect(() => settle(input(over))).toThrow(message);
  });
});

describe("always", () => {
  const cents = fc.integer({ min: 0, max: 500_000_00 });
  const costs = fc
    .array(
      fc.record({
        claimedCents: cents,
        participant: fc.constantFrom("lead", "school", "firm"),
        numerator: fc.integer({ min: 0, max: 97 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((list) =>
      list.map(({ claimedCents, participant, numerator }, at) =>
        cost(`c${at}`, claimedCents, { participant, rate: { numerator, denominator: 97 } }),
      ),
    );
  const reductions = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("costs" as const), at: fc.nat(7), cents }),
      fc.record({ kind: fc.constant("share" as const), basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
      fc.record({ kind: fc.constant("amount" as const), cents }),
    ),
    { maxLength: 5 },
  );

  test("agrees with a second way, stays within the grant, and every cent that is missing is a reduction or a limit", () => {
    fc.assert(
      fc.property(costs, reductions, cents, cents, cents, (costs, drafts, grantCents, paidCents, limit) => {
        const reductions = drafts.map((draft, at): Reduction => {
          const common = { id: `r${at}`, ground: "4:46(2)(a)" as const, reason: "Reden." };
          if (draft.kind !== "costs") return { ...common, ...draft };
          return { ...common, kind: "costs", cost: costs[draft.at % costs.length]!.id, cents: draft.cents };
        });
        const limits = [{ participant: "school", cents: limit }];
        const settlement = settle(
          input({ grantCents, costs, reductions, paidCents, participantLimits: limits }),
        );

        // The second way: one pass over plain numbers with fractions of BigInt.
        let total = 0n;
        for (const participant of new Set(costs.map((each) => each.participant))) {
          let sum = 0n;
          for (const each of costs.filter((one) => one.participant === participant)) {
            let accepted = BigInt(each.claimedCents);
            for (const one of reductions)
              if (one.kind === "costs" && one.cost === each.id) accepted -= BigInt(one.cents);
            if (accepted > 0n) sum += (accepted * BigInt(each.rate.numerator)) / 97n;
          }
          total += participant === "school" && sum > BigInt(limit) ? BigInt(limit) : sum;
        }
        if (total > BigInt(grantCents)) total = BigInt(grantCents);
        for (const one of reductions)
          if (one.kind === "share") total = (total * BigInt(10_000 - one.basisPoints)) / 10_000n;
        for (const one of reductions)
          if (one.kind === "amount") total = total > BigInt(one.cents) ? total - BigInt(one.cents) : 0n;
        expect(settlement.settledCents).toBe(Number(total));
        expect(settlement.balanceCents).toBe(settlement.settledCents - paidCents);
        expect(settlement.settledCents).toBeLessThanOrEqual(grantCents);
        expect(settlement.settledCents).toBeGreaterThanOrEqual(0);

        const unreduced = settle(input({ grantCents: Number.MAX_SAFE_INTEGER, costs, paidCents }));
        const unlimited = settle(
          input({ grantCents: Number.MAX_SAFE_INTEGER, costs, reductions, paidCents }),
        );
        const taken = unlimited.reductions.reduce((sum, each) => sum + each.cents, 0);
        expect(unlimited.settledCents + taken).toBe(unreduced.settledCents);
      }),
      { numRuns: 400 },
    );
  });
});
