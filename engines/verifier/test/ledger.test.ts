import { hashOf, type LedgerVerdict, sha256, verifyDecision, verifyLedger } from "@voorsprong/verifier";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { decisionOf, nodeHash } from "./support/build.js";
import { levelA, levelB } from "./support/examples.js";
import { headOf, ledgerOf, seal, signer } from "./support/ledger.js";
import { fieldMutants, listMutants, numberMutants, replaced, valueMutants } from "./support/mutate.js";
import type { Loose } from "./support/naive.js";

const owner = signer();

function announced({ roundHash, rule }: Loose): Loose {
  return { roundHash, rule };
}

function published(decision: Loose): Loose {
  const { hash, proof } = decision;
  return { ...announced(decision), hash, level: (proof as Loose).level };
}

const ledger = ledgerOf(
  [
    { kind: "round.opened", body: { ...announced(levelB), note: "ë € 😀" } },
    { kind: "round.decided", body: { round: "example", by: ["board", null, true] } },
    { kind: "decision.published", body: published(levelB) },
    { kind: "round.opened", body: { round: "example 2" } },
  ],
  owner,
);

function complaints({ reasons }: LedgerVerdict): string[] {
  return reasons
    .filter(({ ok }) => ok === false)
    .map(({ check, message, where }) => `${check} ${where}: ${message.en}`);
}

/** The ledger with other entries and, where asked, a head that fits them. */
function having(entries: Loose[], head: Loose = ledger.head): Loose {
  return { ...ledger, entries, head };
}

const [one, two, three, four, five] = ledger.entries;

afterEach(() => vi.unstubAllGlobals());

describe("a whole ledger", () => {
  it("is valid, with its signatures checked", async () => {
    const verdict = await verifyLedger(ledger);
    expect(complaints(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ valid: true, kind: "ledger", entries: 5, signed: true });
    expect(verdict.reasons.map(({ check }) => check)).toEqual([
      "shape",
      "key",
      "entries",
      "signatures",
      "head",
    ]);
  });

  it("of one entry is valid", async () => {
    expect(await verifyLedger(ledgerOf([], owner))).toMatchObject({ valid: true, entries: 1 });
  });

  it("that has grown is valid again", async () => {
    const next = seal({ ...five, seq: 6, previous: five.hash }, owner);
    const entries = [...ledger.entries, next];
    expect(await verifyLedger(having(entries, headOf(entries, owner)))).toMatchObject({
      valid: true,
      entries: 6,
    });
  });
});

describe("names the first entry that is wrong", () => {
  it.each<[string, Loose[], string]>([
    [
      "changed",
      [one, two, { ...three, body: { round: "other" } }, four, five],
      "entries /entries/2: Entry 3 was changed: its hash does not fit.",
    ],
    [
      "changed, its own number included",
      [one, { ...two, seq: 9 }, three, four, five],
      "entries /entries/1: Entry 2 was changed: its hash does not fit.",
    ],
    ["removed", [one, two, four, five], "entries /entries/2: Entry 3 was removed."],
    [
      "removed at the start",
      [two, three, four, five],
      "key /entries/0: Entry 1 does not open the ledger with a key.",
    ],
    [
      "swapped with the next",
      [one, three, two, four, five],
      "entries /entries/1: Entry 2 is not in its place; entry 3 is there.",
    ],
    [
      "moved to the end",
      [one, three, four, five, two],
      "entries /entries/1: Entry 2 is not in its place; entry 3 is there.",
    ],
    [
      "doubled",
      [one, two, two, three, four, five],
      "entries /entries/2: Entry 3 is not in its place; entry 2 is there.",
    ],
    ["cut off at the end", [one, two, three], "head /head/seq: Entries 4 to 5 were cut off at the end."],
  ])("%s", async (_, entries, complaint) => {
    const verdict = await verifyLedger(having(entries));
    expect(verdict.valid).toBe(false);
    expect(complaints(verdict)[0]).toBe(complaint);
  });

  it("added at the end, unknown to the head", async () => {
    const entries = [...ledger.entries, seal({ ...five, seq: 6, previous: five.hash }, owner)];
    expect(complaints(await verifyLedger(having(entries)))).toEqual([
      "head /head/seq: The head does not know entry 6.",
    ]);
  });

  it("rewritten with a right hash by someone without the key", async () => {
    const stranger = signer();
    const changed = seal({ ...three, body: { round: "other" } }, stranger);
    expect(complaints(await verifyLedger(having([one, two, changed, four, five])))).toEqual([
      "entries /entries/2: The signature of entry 3 is false.",
    ]);
  });

  it("with everything after it rewritten by someone without the key", async () => {
    const stranger = signer();
    const changed = seal({ ...three, body: { round: "other" } }, stranger);
    const fourth = seal({ ...four, previous: changed.hash }, stranger);
    const fifth = seal({ ...five, previous: fourth.hash }, stranger);
    const entries = [one, two, changed, fourth, fifth];
    expect(complaints(await verifyLedger(having(entries, headOf(entries, stranger))))).toEqual([
      "entries /entries/2: The signature of entry 3 is false.",
    ]);
  });

  it("rewritten by its owner, since the next entry still follows the old one", async () => {
    const changed = seal({ ...three, body: { round: "other" } }, owner);
    expect(complaints(await verifyLedger(having([one, two, changed, four, five])))).toEqual([
      "entries /entries/2: Entry 3 was changed: entry 4 follows another one.",
    ]);
    const last = seal({ ...five, body: {} }, owner);
    expect(complaints(await verifyLedger(having([one, two, three, four, last])))).toEqual([
      "head /entries/4: Entry 5 was changed: the head names another hash.",
    ]);
  });

  it("with another key in entry 1", async () => {
    const stranger = signer();
    const entries = [{ ...one, body: { key: stranger.jwk } }, two, three, four, five];
    expect(complaints(await verifyLedger(having(entries)))).toEqual([
      "entries /entries/0: Entry 1 was changed: its hash does not fit.",
    ]);
  });

  it("with a signature written in a second way", async () => {
    // 64 bytes fill 85 characters and two bits of the last: its other four bits must be zero.
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(three.signature.at(-1));
    for (let bits = 1; bits < 16; bits++) {
      const signature = three.signature.slice(0, -1) + alphabet[last ^ bits];
      expect((await verifyLedger(having([one, two, { ...three, signature }, four, five]))).valid).toBe(false);
    }
  });

  it("with a signature that was made for something else", async () => {
    for (const signature of [
      two.signature,
      owner.jws(three.hash, { alg: "none" }),
      owner.jws(three.hash, { alg: "EdDSA", crit: ["b64"], b64: false }),
      `${three.signature}=`,
      `${three.signature}.`,
      three.signature.replace(/\.[^.]*$/, ""),
      three.signature.replace(/\.[^.]*$/, "."),
      "",
      "a.b.c",
      "..",
    ])
      expect(complaints(await verifyLedger(having([one, two, { ...three, signature }, four, five])))).toEqual(
        ["entries /entries/2: The signature of entry 3 is false."],
      );
  });

  it("that was there before entry 1", async () => {
    const first = seal({ ...one, previous: two.hash }, owner);
    expect(complaints(await verifyLedger(having([first], headOf([first], owner))))).toEqual([
      "entries /entries/0: Something is missing before entry 1.",
    ]);
  });

  it("with a head whose signature was made for another end", async () => {
    const head = { ...headOf([one, two, three], owner), signature: ledger.head.signature };
    expect(complaints(await verifyLedger(having([one, two, three], head)))).toEqual([
      "head /head/signature: The signature of the head is false.",
    ]);
  });

  it("with a head that is not the owner's", async () => {
    const head = headOf([one, two, three], signer());
    expect(complaints(await verifyLedger(having([one, two, three], head)))).toEqual([
      "head /head/signature: The signature of the head is false.",
    ]);
  });
});

describe("any one change", () => {
  it("is found", async () => {
    let count = 0;
    for (const change of [numberMutants, valueMutants, fieldMutants, listMutants])
      for (const { document, what } of change(ledger)) {
        expect((await verifyLedger(document)).valid, what).toBe(false);
        count++;
      }
    expect(count).toBeGreaterThan(300);
  });

  it("of one character of any text is found, also in a signature", async () => {
    const text = JSON.stringify(ledger);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom(..."AZaz09-_"),
        async (position, character) => {
          const changed = text.slice(0, position) + character + text.slice(position + 1);
          let document: unknown;
          try {
            document = JSON.parse(changed);
          } catch {
            return;
          }
          if (JSON.stringify(document) !== text) expect((await verifyLedger(document)).valid).toBe(false);
        },
      ),
      { numRuns: 1500 },
    );
  });
});

describe("without Ed25519 in the machine", () => {
  const none = {
    subtle: {
      importKey: () => Promise.reject(new DOMException("Unrecognized algorithm", "NotSupportedError")),
    },
  };

  it.each([
    ["no algorithm", none],
    ["no Web Cryptography", undefined],
  ])("says that signatures were not checked, and checks the hashes (%s)", async (_, crypto) => {
    vi.stubGlobal("crypto", crypto);
    const verdict = await verifyLedger(ledger);
    expect(verdict).toMatchObject({ valid: true, signed: false });
    expect(verdict.reasons.find(({ check }) => check === "signatures")).toMatchObject({ ok: null });

    const changed = seal({ ...three, body: { round: "other" } }, owner);
    expect(complaints(await verifyLedger(having([one, two, changed, four, five])))).toEqual([
      "entries /entries/2: Entry 3 was changed: entry 4 follows another one.",
    ]);
    expect(complaints(await verifyLedger(having([one, two, four, five])))).toEqual([
      "entries /entries/2: Entry 3 was removed.",
    ]);
  });
});

describe("a decision in the ledger", () => {
  it("is found by its hash", async () => {
    const verdict = await verifyLedger(ledger, { decision: levelB });
    expect(verdict.valid).toBe(true);
    expect(verdict.reasons.at(-1)).toMatchObject({
      check: "decision",
      ok: true,
      message: { en: "This decision was published in entry 4." },
    });
  });

  it("is missed when it was not published, or was changed since", async () => {
    expect(complaints(await verifyLedger(ledger, { decision: levelA }))).toEqual([
      "decision /entries: This decision was not published in this ledger.",
    ]);
    const changed = replaced(levelB, ["outcome", "objective"], 25);
    for (const decision of [changed, null, undefined, 1, {}, new Date(0)])
      expect(complaints(await verifyLedger(ledger, { decision }))).toEqual([
        "decision : The hash of the decision is not right.",
      ]);
  });

  it("is refused when the entry says something else of it, or its round was not opened before", async () => {
    const opened = { kind: "round.opened", body: announced(levelB) };
    const entry = { kind: "decision.published", body: published(levelB) };
    const cases: [Parameters<typeof ledgerOf>[0], RegExp][] = [
      [[opened, { ...entry, body: { ...entry.body, level: "A" } }], /body\/level: The decision says B here/],
      [[opened, { ...entry, body: { ...entry.body, rule: "ranking" } }], /body\/rule/],
      [[opened, { ...entry, body: { ...entry.body, roundHash: levelA.hash } }], /body\/roundHash/],
      [[opened, { ...entry, body: { note: entry.body } }], /was not published/],
      [[entry, opened], /No earlier entry opens this round/],
      [[{ ...opened, body: { ...opened.body, rule: "ranking" } }, entry], /No earlier entry/],
      [[{ ...opened, subject: "other" }, entry], /No earlier entry/],
    ];
    expect((await verifyLedger(ledgerOf([opened, entry], owner), { decision: levelB })).valid).toBe(true);
    for (const [entries, reason] of cases)
      expect(complaints(await verifyLedger(ledgerOf(entries, owner), { decision: levelB })).join()).toMatch(
        reason,
      );
  });

  it("that was decided but not published is missed", async () => {
    const decided = ledgerOf([{ kind: "round.decided", body: { decision: levelB.hash } }], owner);
    expect((await verifyLedger(decided, { decision: levelB })).valid).toBe(false);
  });
});

describe("a decision whose lots were drawn", () => {
  const commitment = hashOf("secret");
  const roundOf = (tieBreak: Loose): Loose => ({ ...levelA.round, tieBreak });
  const before = roundOf({ seed: "", draw: { commitment } });
  const opening = (round: Loose): Loose => ({
    kind: "round.opened",
    body: { roundHash: nodeHash(round), rule: "lottery" },
  });

  /** The ledger that registers a round, and the decision drawn from one of its entries. */
  async function drawn(registered: Loose[], from: number): Promise<string> {
    const opened = ledgerOf(registered.map(opening), owner);
    const entry = opened.entries[from].hash;
    const seed = sha256(`secret\n${entry}`);
    const decision = decisionOf(roundOf({ seed, draw: { commitment, secret: "secret", entry } }), {
      rule: "lottery",
    });
    expect(verifyDecision(decision).valid).toBe(true);
    const { hash, roundHash, rule, proof } = decision;
    const published = { kind: "decision.published", body: { hash, roundHash, rule, level: proof.level } };
    const ledger = ledgerOf([...registered.map(opening), published], owner);
    return complaints(await verifyLedger(ledger, { decision })).join();
  }

  it("is the one that was registered without them", async () => {
    expect(await drawn([before], 1)).toBe("");
  });

  it("is refused when its draw rests on another entry, or its round was another one before", async () => {
    expect(await drawn([before], 0)).toMatch(/draw does not rest on the entry that opens this round/);
    expect(await drawn([{ ...before, round: "other" }], 1)).toMatch(/No earlier entry opens this round/);
    // Registered with a seed of someone's choice.
    expect(await drawn([roundOf({ seed: "mine", draw: { commitment } })], 1)).toMatch(/No earlier entry/);
  });
});

describe("the key of a ledger", () => {
  it("is named by its thumbprint of RFC 7638, as in the example of RFC 8037, appendix A.3", async () => {
    const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const key = { kty: "OKP", crv: "Ed25519", x, kid: "anything" };
    const verdict = await verifyLedger(ledgerOf([], { ...signer(), jwk: key }));
    expect(verdict.key).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    expect(verdict.reasons.find(({ check }) => check === "key")?.message.nl).toContain(
      "vingerafdruk kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    );
  });
});

describe("anything at all", () => {
  it("gets an answer", async () => {
    for (const document of [
      undefined,
      null,
      1,
      "x",
      [],
      {},
      { ...ledger, entries: [] },
      { ...ledger, entries: [null] },
    ])
      expect(await verifyLedger(document)).toMatchObject({ valid: false, kind: "ledger", signed: false });
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (document) => {
        expect((await verifyLedger(document)).valid).toBe(false);
        expect((await verifyLedger({ ...ledger, entries: [one, document] })).valid).toBe(false);
      }),
    );
  });
});
