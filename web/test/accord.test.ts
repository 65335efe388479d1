import type { ClauseSummary } from "@voorsprong/server/contract";
import { describe, expect, it } from "vitest";
import { clauseState, restsOnExample } from "../src/accord/clause-state.js";
import { quantity } from "../src/accord/quantity.js";
import { FORMATS } from "../src/i18n/format.js";
import { withoutLanguage } from "../src/i18n/language.js";

const text = { nl: "x", en: "x" };
const fund = { kind: "fund", id: "research", title: text, path: "/funds/research" };
const figure = { cents: 1, evidence: null, example: false };
const status: ClauseSummary["status"] = {
  money: { promised: figure, committed: figure, decided: figure, paid: figure, settled: figure },
  lastDecision: null,
  risks: [],
};

describe("the state of a clause", () => {
  it("follows from its instruments and what is still planned", () => {
    expect(clauseState({ instruments: [], planned: text })).toBe("planned");
    expect(clauseState({ instruments: [fund], planned: null })).toBe("running");
    expect(clauseState({ instruments: [fund], planned: text })).toBe("partly");
  });

  it("rests on example data when any figure but the promise does", () => {
    const example = { ...figure, example: true };
    expect(restsOnExample({ status })).toBe(false);
    expect(restsOnExample({ status: { ...status, money: { ...status.money, paid: example } } })).toBe(true);
    expect(restsOnExample({ status: { ...status, money: { ...status.money, promised: example } } })).toBe(
      false,
    );
  });
});

describe("figures of the accord", () => {
  it("have their unit", () => {
    const show = (value: string, unit: string) => quantity(FORMATS.nl, value, unit).replaceAll("\u00a0", " ");
    expect(show("14000000000000", "EUR-cent")).toBe("€ 140 miljard");
    expect(show("2.5", "percent")).toBe("2,5%");
    expect(show("27000", "count")).toBe("27.000");
    expect(show("12", "kWh")).toBe("12 kWh");
  });
});

describe("paths", () => {
  it("lose their language and nothing else", () => {
    expect(withoutLanguage("/nl/funds/research")).toBe("/funds/research");
    expect(withoutLanguage("/en")).toBe("/");
    expect(withoutLanguage("/nlx/funds")).toBe("/nlx/funds");
  });
});
