/** The proven tie-break: an example worked out by hand, and every small round against brute force. */
import { sha256, verifyDecision } from "@voorsprong/verifier";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { broken, decisionOf, rehash, withTree } from "./support/build.js";
import { fieldMutants, listMutants, numberMutants, replaced, valueMutants } from "./support/mutate.js";
import { type Loose, type NaiveRow, type Pick, rows, selections, worth } from "./support/naive.js";
import {
  isCertificate,
  isFirstByLot,
  isLotProof,
  isProof,
  makeLotProof,
  makeProof,
  programOf,
} from "./support/naive-tree.js";
import { smallRound } from "./support/rounds.js";

function complaints(document: Loose): string[] {
  return verifyDecision(document)
    .reasons.filter(({ ok }) => ok !== true)
    .map(({ check, where }) => `${check} ${where}`);
}

const spent = (selection: readonly Pick[]): number =>
  selection.reduce((sum, { amounts }) => sum + Object.values(amounts).reduce((a, b) => a + b, 0), 0);

/** At most so much is spent in all. */
const spendingRow = (most: number): NaiveRow => ({
  id: "money",
  walked: false,
  slack: (selection) => BigInt(most - spent(selection)),
});

const withTies = (document: Loose, ties: Loose): Loose =>
  rehash({ ...document, proof: { ...document.proof, ties } });

describe("ties worked out by hand", () => {
  /** Only one of A, B and C fits. All are worth 5; A asks 60, the others 55: six steps of 10 for each. */
  const base = {
    round: "example",
    unit: "EUR-cent",
    scoreScale: 1,
    budgets: [{ id: "fund", amount: 100 }],
    applications: [
      { id: "A", score: 5, amounts: { fund: 60 }, tags: {} },
      { id: "B", score: 5, amounts: { fund: 55 }, tags: {} },
      { id: "C", score: 5, amounts: { fund: 55 }, tags: {} },
    ],
    constraints: [],
    tieBreak: { seed: "", money: { step: 10 } },
    ranking: { misfit: "skip" },
  };
  /** The seed puts the lots in this order. */
  const ordered = (...ids: string[]): Loose => {
    for (let seed = 0; ; seed++) {
      const lots = ids.map((id) => sha256(`${seed}\n${id}`));
      if (lots.every((lot, i) => i === 0 || lots[i - 1]! < lot))
        return { ...base, tieBreak: { seed: String(seed), money: { step: 10 } } };
    }
  };
  const [branch, leaf] = [(k: number) => 3 * k, (k: number) => 3 * k + 2];
  const nothing = { shift: 0, rows: [], values: [] };
  const certificate = (parts: Loose): Loose => ({
    format: "voorsprong-tree/1",
    target: 5,
    absorbed: [],
    exponents: [],
    vectors: [
      nothing,
      { ray: true, shift: 0, rows: [0], values: [1] },
      { ray: true, shift: 0, rows: [1], values: [1] },
    ],
    columns: [0, 1, 2],
    ...parts,
  });
  /** With at most 50 no application fits. */
  const money = {
    step: 10,
    steps: 6,
    proven: true,
    tree: certificate({
      tree: [branch(0), branch(1), branch(2), leaf(0), leaf(2), leaf(2), leaf(2)],
    }),
  };
  const optimum = (round: Loose, id: string): Loose => {
    const selection = selections(round).find((s) => s.length === 1 && s[0]!.application === id)!;
    const tree = certificate({
      target: 10,
      vectors: [nothing, { ray: true, shift: 0, rows: [0], values: [1] }],
      tree: [
        branch(0),
        branch(1),
        leaf(0),
        branch(2),
        leaf(0),
        leaf(1),
        branch(1),
        branch(2),
        leaf(0),
        leaf(1),
        leaf(1),
      ],
    });
    return withTree(decisionOf(round, { rule: "optimal", selection, multipliers: {} }), tree, 5);
  };

  it("the lot decides: B before C and A", () => {
    // Taking B closes what lacks it; then C with B does not fit, and neither does A.
    const round = ordered("B", "C", "A");
    const lot = {
      proven: true,
      tree: certificate({ tree: [branch(1), branch(2), leaf(1), branch(0), leaf(1)] }),
    };
    const document = withTies(optimum(round, "B"), { money, lot });
    expect(complaints(document)).toEqual([]);
    const words = verifyDecision(document).reasons.find(({ check }) => check === "ties");
    expect(words?.message.en).toBe(
      "Proven: no outcome as good begins fewer than 6 steps of money. Proven: the lot chooses this outcome.",
    );
    // The other two outcomes are worth as much, but come later by lot: the leaf leaves room for B.
    const other = certificate({ tree: [branch(1), leaf(1), branch(2), branch(0), leaf(1)] });
    expect(complaints(withTies(optimum(round, "C"), { money, lot: { proven: true, tree: other } }))).toEqual([
      "ties /proof/ties/lot/tree/tree/1",
    ]);
  });

  it("may be said not to be proven", () => {
    const document = optimum(base, "A");
    const unproven = { money: { step: 10, steps: 6, proven: false }, lot: { proven: false } };
    expect(complaints(withTies(document, unproven))).toEqual([]);
  });

  it.each<[string, Loose, string]>([
    ["without the step of money that the round announces", { lot: { proven: false } }, "/money"],
    ["with another step", { money: { ...money, step: 9 }, lot: { proven: false } }, "/money/step"],
    ["with fewer steps", { money: { ...money, steps: 5 }, lot: { proven: false } }, "/money/steps"],
    [
      "proven without a tree",
      { money: { step: 10, steps: 6, proven: true }, lot: { proven: false } },
      "/money/tree",
    ],
    [
      "with a tree, not proven",
      { money: { ...money, proven: false }, lot: { proven: false } },
      "/money/tree",
    ],
    ["by lot without a tree", { money, lot: { proven: true } }, "/lot/tree"],
    [
      "with another target",
      { money: { ...money, tree: { ...money.tree, target: 10 } }, lot: { proven: false } },
      "/money/tree/target",
    ],
  ])("are refused %s", (_, ties, complaint) => {
    expect(complaints(withTies(optimum(base, "A"), ties))).toEqual([`ties /proof/ties${complaint}`]);
  });

  it("are refused where nothing is proven optimal, and under another rule", () => {
    const selection = selections(base).find((s) => s.length === 1)!;
    const ties = { money: { step: 10, steps: 6, proven: false }, lot: { proven: false } };
    const place = ["level /proof/ties"];
    expect(complaints(withTies(decisionOf(base, { rule: "optimal", selection }), ties))).toEqual(place);
    expect(complaints(withTies(decisionOf(base, { rule: "ranking" }), ties))).toEqual(place);
  });
});

interface Tied {
  readonly round: Loose;
  readonly feasible: readonly Pick[][];
  readonly best: readonly Pick[];
  /** The decision with this outcome and these ties. */
  readonly make: (selection: readonly Pick[], ties: Loose) => Loose;
  /** What is true of the outcome that the tie-break chooses. */
  readonly ties: Loose;
  readonly isTrue: (selection: readonly Pick[], ties: Loose) => boolean;
}

/** Compares outcomes of one score: by steps of money, then by lot. */
function isBefore(round: Loose, a: readonly Pick[], b: readonly Pick[]): boolean {
  const steps = (s: readonly Pick[]): number =>
    round.tieBreak.money === undefined ? 0 : Math.ceil(spent(s) / round.tieBreak.money.step);
  if (steps(a) !== steps(b)) return steps(a) < steps(b);
  return isFirstByLot(round, programOf(round), a, b);
}

/** A round with several best outcomes, the one that the tie-break chooses, and its proof. */
const tied: fc.Arbitrary<Tied | undefined> = smallRound
  .map((round) => ({
    ...round,
    // Few different scores, so that many outcomes are worth the same.
    applications: round.applications.map((application: Loose) => ({
      ...application,
      ...("score" in application ? { score: application.score > 3 ? 2 : 1 } : {}),
      ...(application.options === undefined
        ? {}
        : { options: application.options.map((option: Loose) => ({ ...option, score: 1 })) }),
    })),
  }))
  .chain((round) =>
    fc.record({
      round: fc.constant(round),
      absorbed: fc.subarray(rows(round).map((_, i) => i)),
      numbers: fc.infiniteStream(fc.nat()),
    }),
  )
  .map(({ round, absorbed, numbers }) => {
    const choose = (below: number): number => (numbers.next().value as number) % below;
    const all = selections(round).filter((selection) => broken(round, selection).length === 0);
    const most = Math.max(...all.map(worth));
    const feasible = all.filter((selection) => worth(selection) === most);
    if (feasible.length < 2) return undefined;
    const best = feasible.reduce((a, b) => (isBefore(round, b, a) ? b : a));
    const program = programOf(round);
    const tree = makeProof(program, most + program.divisor, absorbed, choose);
    const step = round.tieBreak.money?.step;
    const stepsOf = (selection: readonly Pick[]): number => Math.ceil(spent(selection) / step);
    const before = (steps: number) => programOf(round, [spendingRow((steps - 1) * step)]);
    const within = (steps: number) =>
      step === undefined ? program : programOf(round, [spendingRow(steps * step)]);
    const steps = stepsOf(best);
    const money = {
      step,
      steps,
      proven: true,
      ...(steps > 0 ? { tree: makeProof(before(steps), most, absorbed, choose) } : {}),
    };
    const lot = { proven: true, tree: makeLotProof(round, within(steps), most, absorbed, best, choose) };
    const isTrue = (selection: readonly Pick[], ties: Loose): boolean => {
      const k = stepsOf(selection);
      const provenMoney =
        step === undefined
          ? ties.money === undefined
          : ties.money?.step === step &&
            ties.money.steps === k &&
            (ties.money.proven && k > 0
              ? isCertificate(ties.money.tree) &&
                ties.money.tree.target === most &&
                isProof(before(k), ties.money.tree)
              : ties.money.tree === undefined);
      const { proven, tree: lots } = ties.lot;
      const provenLot = proven
        ? isCertificate(lots) && lots.target === most && isLotProof(round, within(k), lots, selection)
        : lots === undefined;
      return provenMoney && provenLot;
    };
    const make = (selection: readonly Pick[], ties: Loose): Loose => {
      const document = decisionOf(round, { rule: "optimal", selection, multipliers: {} });
      const isRootEnough = document.proof.level === "A";
      return withTies(isRootEnough ? document : withTree(document, tree, program.divisor), ties);
    };
    return { round, feasible, best, make, ties: { ...(step === undefined ? {} : { money }), lot }, isTrue };
  })
  .filter((made) => made === undefined || made.ties.lot.tree !== undefined);

describe("ties of small rounds", () => {
  it("are proven for the outcome that brute force chooses, and for no other", () => {
    const seen = { first: 0, other: 0 };
    fc.assert(
      fc.property(tied, (made) => {
        fc.pre(made !== undefined);
        const { feasible, best, make, ties, isTrue } = made!;
        expect(isTrue(best, ties)).toBe(true);
        expect(complaints(make(best, ties))).toEqual([]);
        seen.first++;
        for (const other of feasible) {
          if (other === best) continue;
          const steps = ties.money === undefined ? {} : { steps: Math.ceil(spent(other) / ties.money.step) };
          const claim = ties.money === undefined ? ties : { ...ties, money: { ...ties.money, ...steps } };
          expect(isTrue(other, claim)).toBe(false);
          expect(verifyDecision(make(other, claim)).valid).toBe(false);
          seen.other++;
        }
      }),
      { numRuns: 150 },
    );
    expect(Math.min(seen.first, seen.other)).toBeGreaterThan(100);
  });

  it("changed in any one place are accepted exactly when the naive reading accepts them", () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(tied, (made) => {
        fc.pre(made !== undefined);
        const { best, make, ties, isTrue } = made!;
        for (const change of [numberMutants, listMutants])
          for (const mutant of change(ties)) {
            const expected = isTrue(best, mutant.document);
            expect(verifyDecision(make(best, mutant.document)).valid, mutant.what).toBe(expected);
            seen[expected ? "accepted" : "refused"]++;
          }
        // Other kinds of values and fields: only those that keep a claim apart from its certificate.
        for (const change of [valueMutants, fieldMutants])
          for (const { document, path, what } of change(ties))
            if (path.length > 0 && path.length < 3)
              expect(verifyDecision(make(best, document)).valid, what).toBe(false);
      }),
      { numRuns: 6 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(200);
  });

  it("are not proven by the trees of another step of money", () => {
    fc.assert(
      fc.property(tied, (made) => {
        fc.pre(made?.ties.money?.tree !== undefined);
        const { best, make, ties } = made!;
        const swapped = replaced(ties, ["lot", "tree"], ties.money.tree);
        expect(verifyDecision(make(best, swapped)).valid).toBe(made!.isTrue(best, swapped));
      }),
      { numRuns: 100 },
    );
  });
});
