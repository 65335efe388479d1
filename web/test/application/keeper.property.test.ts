/** Two tabs and a server that is sometimes away: nothing that was typed is lost without a word. */
import type { ApplicationDocument, ApplicationParts } from "@voorsprong/server/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DraftKeeper, type KeeperWorld, type SaveAnswer } from "../../src/pages/application/draft/keeper.js";
import { valueAt } from "../../src/pages/application/draft/places.js";

const empty = {
  format: "voorsprong-application/1",
  call: "c",
  callVersion: 1,
  lead: { organisation: "O000000000000", name: "Voorbeeld", kind: "company", kvk: null, country: "NL" },
} as ApplicationDocument;

/** The rules of the real service in a few lines: a save counts only on the revision that was seen. */
class Server {
  document = empty;
  revision = 1;
  away = false;

  save(seen: number, { answers, ...parts }: ApplicationParts): SaveAnswer {
    if (this.away) return { kind: "away" };
    if (seen !== this.revision) return { kind: "conflict" };
    const kept: Record<string, unknown> = { ...this.document.answers, ...answers };
    for (const [id, answer] of Object.entries(kept)) if (answer === null) delete kept[id];
    this.document = { ...this.document, ...parts, answers: kept } as ApplicationDocument;
    this.revision += 1;
    return { kind: "saved", revision: this.revision, savedAt: "2026-11-24T12:00:00Z" };
  }
}

function tab(server: Server, storage: { text: string | null } = { text: null }) {
  const world: KeeperWorld = {
    save: async (seen, changes) => server.save(seen, changes),
    read: async () => (server.away ? null : { document: server.document, revision: server.revision }),
    recall: () => storage.text,
    remember: (text) => {
      storage.text = text;
    },
    after: () => () => undefined,
  };
  return new DraftKeeper(world, { document: server.document, revision: server.revision });
}

const places = ["title", "summary", "answers/a", "answers/b"];
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("type" as const), tab: fc.nat(1), place: fc.nat(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("save" as const), tab: fc.nat(1), place: fc.nat(3) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("away" as const), tab: fc.nat(1), place: fc.nat(3) }),
  },
);

describe("a draft in two tabs", () => {
  it("ends with what each tab typed last, or with a choice that a tab was asked for", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const server = new Server();
        const tabs = [tab(server), tab(server)];
        const typed = [new Map<string, string>(), new Map<string, string>()];
        const asked = new Set<string>();
        let count = 0;
        const flush = async (at: number) => {
          await tabs[at]!.flush();
          for (const { place } of tabs[at]!.state.conflicts) asked.add(place);
          for (const { place } of [...tabs[at]!.state.conflicts]) tabs[at]!.choose(place, "mine");
          await tabs[at]!.flush();
        };
        for (const { kind, tab: at, place } of steps) {
          if (kind === "away") server.away = !server.away;
          else if (kind === "save") await flush(at);
          else {
            const text = `${at} ${++count}`;
            typed[at]!.set(places[place]!, text);
            tabs[at]!.change(places[place]!, text);
          }
        }
        server.away = false;
        for (const at of [0, 1, 0]) await flush(at);
        for (const place of places) {
          const last = typed.map((each) => each.get(place)).filter((text) => text !== undefined);
          if (last.length === 0) continue;
          const kept = valueAt(server.document, place);
          expect(last).toContain(kept);
          // Both typed here: one of them gave way, either after being asked or by typing on what the other had saved.
          if (last.length === 1) expect(kept).toBe(last[0]);
        }
        for (const each of tabs) expect(each.state.status).toBe("saved");
        expect(asked.size).toBeLessThanOrEqual(places.length);
      }),
      { numRuns: 400 },
    );
  });

  it("keeps what was not saved in the browser, and offers it again after a crash", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.string({ minLength: 1, maxLength: 5 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (changes) => {
          const server = new Server();
          const storage = { text: null as string | null };
          server.away = true;
          const before = tab(server, storage);
          for (const [place, value] of changes) {
            before.change(place, value);
            await before.flush();
          }
          // The tab is gone; the server comes back.
          server.away = false;
          const after = tab(server, storage);
          const wanted = new Map(changes);
          expect([...after.state.found].sort()).toEqual([...wanted.keys()].sort());
          after.putBack();
          await after.flush();
          for (const [place, value] of wanted) expect(valueAt(server.document, place)).toBe(value);
          expect(storage.text).toBeNull();
        },
      ),
      { numRuns: 200 },
    );
  });

  it("puts two people's work on different places together, and asks where both changed the same", async () => {
    const server = new Server();
    const [one, two] = [tab(server), tab(server)];
    one.change("title", "Van mij");
    await one.flush();
    two.change("summary", "Van de ander");
    await two.flush();
    expect(two.state).toMatchObject({ status: "saved", merged: true, conflicts: [] });
    expect(server.document).toMatchObject({ title: "Van mij", summary: "Van de ander" });
    one.change("summary", "Iets anders");
    await one.flush();
    expect(one.state).toMatchObject({
      status: "conflict",
      conflicts: [{ place: "summary", mine: "Iets anders", theirs: "Van de ander" }],
    });
    one.choose("summary", "theirs");
    await one.flush();
    expect(server.document.summary).toBe("Van de ander");
    expect(one.state.document.summary).toBe("Van de ander");
  });

  it("does not send what cannot be read yet, and keeps it on the page", async () => {
    const server = new Server();
    const one = tab(server);
    one.change("costs", [{ workPackage: "w1", year: 2027, category: "personnel", cents: "12,5x" }]);
    await one.flush();
    expect(server.document.costs).toMatchObject([{ cents: null }]);
    expect(one.state.document.costs).toMatchObject([{ cents: "12,5x" }]);
  });
});
