import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const directory = resolve(import.meta.dirname, "../src/i18n");
const subjects = readdirSync(resolve(directory, "nl"));

/** Every text of a dictionary with its path; a text to fill in gets 1 for each value. */
function texts(node: unknown, path = ""): [string, string][] {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function") return [[path, String(node(...Array(node.length).fill(1)))]];
  return Object.entries(node as object).flatMap(([key, value]) => texts(value, `${path}/${key}`));
}

describe.each(subjects)("texts of %s", async (subject) => {
  const nl = texts(await import(resolve(directory, "nl", subject)));
  const en = texts(await import(resolve(directory, "en", subject)));

  it("are there in both languages, and none is empty", () => {
    expect(en.map(([path]) => path).sort()).toEqual(nl.map(([path]) => path).sort());
    expect([...nl, ...en].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("are translated", () => {
    const dutch = new Map(nl);
    const same = en.filter(([path, text]) => text.length > 24 && dutch.get(path) === text);
    expect(same).toEqual([]);
  });
});
