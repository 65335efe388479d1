import {
  type Decision,
  decide,
  type ExplanationDocument,
  evennessSentence,
  explain,
  explainApplication,
  groupSentence,
  inversionSentence,
  inversionsSummary,
  type Language,
  parseRound,
  priceSentences,
  pricesOf,
  standingSentence,
  standingSummary,
} from "@voorsprong/allocation";
import { beforeAll, describe, expect, it } from "vitest";

const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

/** A and B come from Drenthe, which gets at most EUR 400; so C and D win with 11 points, and B and C would have 12. */
const round = parseRound({
  round: "words",
  budgets: [{ id: "2027", amount: 100_000 }],
  applications: [
    { id: "A", score: 10, amounts: { "2027": 90_000 }, tags: { region: "Drenthe" } },
    { id: "B", score: 6, amounts: { "2027": 50_000 }, tags: { region: "Drenthe" } },
    { id: "C", score: 6, amounts: { "2027": 50_000 }, tags: { region: "Zeeland" } },
    { id: "D", score: 5, amounts: { "2027": 30_000 }, tags: { region: "Zeeland" } },
    { id: "E", score: 1, amounts: { "2027": 60_000 }, tags: { region: "Zeeland" } },
  ],
  constraints: [
    { kind: "share", tag: "region", value: "Zeeland", min: "0.4", of: "budget" },
    { kind: "amount", tag: "region", value: "Drenthe", max: 40_000 },
    { kind: "at-most-one", applications: ["A", "B"] },
  ],
});

let decision: Decision;
let document: ExplanationDocument;
beforeAll(async () => {
  decision = await decide(round, { rule: "optimal" });
  document = await explain(decision, { applications: ["A", "B", "E"], standing: false });
});

const about = (application: string, language: Language) =>
  explainApplication(decision, document, application, language).map(plain);

describe("an application in words", () => {
  it("says that no score helps, and which cost would have", () => {
    expect(about("A", "nl")).toEqual([
      "Aanvraag A is niet gehonoreerd.",
      "Naast de gehonoreerde aanvragen past zij niet: budget 2027 is hoogstens € 1.000 (nu € 800, met deze aanvraag erbij € 1.700); de groep ‘Drenthe’ (region) krijgt samen hoogstens € 400 (nu € 0, met deze aanvraag erbij € 900).",
      "Geen enkele score had aanvraag A geholpen: er is geen verdeling met haar die aan alle grenzen voldoet.",
      "Met een bedrag van hoogstens € 400 in plaats van € 900 was aanvraag A zeker gehonoreerd, met € 401 niet, als verder alles gelijk bleef.",
    ]);
    expect(about("A", "en")).toEqual([
      "Application A is not awarded.",
      "It does not fit beside those awarded: budget 2027 is at most €1,000 (now €800, with this application €1,700); the group ‘Drenthe’ (region) together gets at most €400 (now €0, with this application €900).",
      "No score would have helped application A: no allocation with it meets all limits.",
      "With an amount of at most €400 instead of €900, application A would have been certain of its award, with €401 not, all else being equal.",
    ]);
  });

  it("says the exact score needed and who would have made way", () => {
    // Beside E (EUR 600) there is room for D alone: 6 points instead of 11.
    expect(about("E", "nl").slice(2)).toEqual([
      "Aanvraag E had 5 punten meer nodig om gelijk te komen; met 6 punten meer was zij zeker gehonoreerd. Dan maakt C plaats.",
      "Met een bedrag van hoogstens € 200 in plaats van € 600 was aanvraag E zeker gehonoreerd, met € 201 niet, als verder alles gelijk bleef.",
    ]);
    expect(about("E", "en").slice(2)).toEqual([
      "Application E needed 5 points more to draw level; with 6 points more it would have been certain of its award. Then C makes way.",
      "With an amount of at most €200 instead of €600, application E would have been certain of its award, with €201 not, all else being equal.",
    ]);
  });

  it("gives the interval of the decision where the exact score was not asked", async () => {
    const without = await explain(decision, { prices: false, standing: false });
    const sentence = explainApplication(decision, without, "E", "nl")[2];
    expect(sentence).toMatch(
      /^Aanvraag E had (minstens \d+ (punt|punten) en )?hoogstens 5 punten meer nodig om gelijk te komen\. Dan maakt C plaats\.$/,
    );
  });

  it("needs at least one unit more where the application is proven to be in no best outcome", () => {
    const explanations = decision.explanations.map((each) =>
      each.application === "E" ? { ...each, needed: { atLeast: 0, atMost: 5 } } : each,
    );
    const none = { all: [], some: [], none: ["E"], unsettled: [], witnesses: [] };
    const said = (standing: typeof none) =>
      explainApplication({ ...decision, explanations }, { ...document, scenarios: [], standing }, "E", "nl");
    expect(said(none)[3]).toContain("Aanvraag E had minstens 1 punt en hoogstens 5 punten meer nodig");
    expect(said({ ...none, none: [] })[3]).toContain("Aanvraag E had hoogstens 5 punten meer nodig");
  });

  it("names applications by their titles, and those that get less beside those that make way", async () => {
    // With B only the small option of A fits: 5 points instead of 6.
    const options = [{ id: "small", score: 3, amounts: { "2027": 1_500_000 } }];
    const titled = parseRound({
      round: "titles",
      budgets: [{ id: "2027", amount: 5_000_000 }],
      applications: [
        { id: "A", title: "Chipfabriek", score: 6, amounts: { "2027": 5_000_000 }, options },
        { id: "B", title: "Windmolen", score: 2, amounts: { "2027": 3_500_000 } },
      ],
    });
    const decided = await decide(titled, { rule: "optimal" });
    const explained = await explain(decided, { prices: false, standing: false, applications: ["B"] });
    const said = (language: Language) => explainApplication(decided, explained, "B", language).map(plain);
    expect(said("nl")[0]).toBe("Aanvraag B (Windmolen) is niet gehonoreerd.");
    expect(said("nl")[2]).toMatch(/ A \(Chipfabriek\) krijgt € 15\.000 in plaats van € 50\.000\.$/);
    expect(said("en")[2]).toMatch(/ A \(Chipfabriek\) gets €15,000 instead of €50,000\.$/);
  });

  it("warns where a still lower cost can hurt", async () => {
    // A needs Zeeland to get EUR 400 of the EUR 1,000; B at EUR 300 makes room for it, at less the minimum fails.
    const needed = parseRound({
      round: "minimum",
      budgets: [{ id: "2027", amount: 100_000 }],
      applications: [
        { id: "A", score: 9, amounts: { "2027": 60_000 }, tags: { region: "Drenthe" } },
        { id: "B", score: 2, amounts: { "2027": 70_000 }, tags: { region: "Zeeland" } },
        { id: "C", score: 1, amounts: { "2027": 30_000 }, tags: { region: "Zeeland" } },
      ],
      constraints: [{ kind: "amount", tag: "region", value: "Zeeland", min: 30_000 }],
    });
    const decided = await decide(needed, { rule: "optimal" });
    const explained = await explain(decided, { prices: false, applications: ["B"] });
    expect(explainApplication(decided, explained, "B", "nl").map(plain).at(-1)).toBe(
      "Met een bedrag van € 400 in plaats van € 700 was aanvraag B zeker gehonoreerd, met € 401 niet, als verder alles gelijk bleef. Let op: nog minder vragen is niet altijd beter, want een lager bedrag maakt deze grens lastiger te halen: de groep ‘Zeeland’ (region) krijgt samen minstens € 300.",
    );
    expect(explainApplication(decided, explained, "B", "en").map(plain).at(-1)).toBe(
      "With an amount of €400 instead of €700, application B would have been certain of its award, with €401 not, all else being equal. Note: asking still less is not always better, because a lower amount makes this limit harder to meet: the group ‘Zeeland’ (region) together gets at least €300.",
    );
  });

  it("calls groups by the names of the programme", () => {
    const titles = { groups: { region: { Drenthe: "de provincie Drenthe" } } };
    expect(plain(explainApplication(decision, document, "A", "nl", titles)[1]!)).toContain(
      "‘de provincie Drenthe’ krijgt samen hoogstens € 400",
    );
    expect(groupSentence(decision, document.groups[0]!, "nl", titles)).toMatch(/^de provincie Drenthe: /);
  });

  it("says where it stands among outcomes that are as good", () => {
    const standing = { all: ["A"], some: ["B", "C"], none: ["D"], unsettled: ["E"], witnesses: [] };
    const said = (application: string, funded: boolean, language: Language) =>
      standingSentence(standing, application, funded, language);
    expect(said("A", true, "nl")).toBe(
      "Zonder aanvraag A is geen enkele verdeling evenveel punten waard; dat is bewezen.",
    );
    expect(said("B", true, "nl")).toBe(
      "Er zijn verdelingen met en zonder aanvraag B die evenveel punten waard zijn; de vooraf aangekondigde regel voor gelijke stand koos er een met haar.",
    );
    expect(said("C", false, "en")).toBe(
      "There are allocations with and without application C that are worth as many points; the tie-break announced beforehand chose one without it.",
    );
    expect(said("D", false, "en")).toBe(
      "No allocation with application D is worth as many points; that is proven.",
    );
    expect(said("E", false, "nl")).toBe(
      "Of er met aanvraag E anders een even goede verdeling is, is niet tot het eind uitgezocht.",
    );
    expect(standingSentence(undefined, "A", true, "nl")).toBeNull();
    const whole = { ...document, standing };
    expect(explainApplication(decision, whole, "D", "nl").map(plain)).toEqual([
      "Aanvraag D krijgt € 300.",
      "Met aanvraag D is geen enkele verdeling evenveel punten waard; dat is bewezen.",
    ]);
    expect(standingSummary(standing, "nl")).toBe(
      "1 aanvraag zit in elke verdeling die evenveel waard is, 1 in geen enkele en 2 in sommige; van 1 is het niet tot het eind uitgezocht.",
    );
  });
});

describe("a round in words", () => {
  it("names the price of every limit", () => {
    expect(priceSentences(decision, document, "nl").map(plain)).toEqual([
      "De aandelen kosten samen niets: ook zonder die grenzen is geen verdeling meer waard.",
      "Budget 2027 is hoogstens € 1.000: met 1% meer budget geen punten meer.",
      "De groep ‘Drenthe’ (region) krijgt samen hoogstens € 400: 1% ruimer geen punten meer; zonder deze grens 1 punt meer.",
      "De grens die hier niet staat, kost niets: ook zonder die grens is geen verdeling meer waard.",
    ]);
    expect(priceSentences(decision, document, "en").map(plain)).toEqual([
      "The shares together cost nothing: without those limits no allocation is worth more either.",
      "Budget 2027 is at most €1,000: with 1% more budget no points more.",
      "The group ‘Drenthe’ (region) together gets at most €400: 1% looser no points more; without this limit 1 point more.",
      "The one limit not listed here costs nothing: without it no allocation is worth more either.",
    ]);
  });

  it("says that more budget can cost points, where shares of the budget follow", async () => {
    const share = { kind: "share", tag: "region", value: "Zeeland", min: "0.5", of: "budget" };
    const half = parseRound({ ...round, constraints: [share] });
    // B and C (12 points) give Zeeland EUR 500 of 1,000; of 1,010 it needs 505, which only C and D (11) give.
    const decided = await decide(half, { rule: "optimal" });
    const explained = await explain(decided);
    expect(priceSentences(decided, explained, "nl").map(plain)).toContain(
      "Budget 2027 is hoogstens € 1.000: met 1% meer budget 1 punt minder.",
    );
  });

  it("tells every inversion with the limits that explain it", () => {
    expect(document.inversions.map((each) => plain(inversionSentence(decision, each, "nl")))).toEqual([
      "Aanvraag A (10 punten) is niet gehonoreerd, terwijl 2 aanvragen met een lagere score dat wel zijn; de laagste is D (5 punten). A in plaats van D past niet: budget 2027 is hoogstens € 1.000; de groep ‘Drenthe’ (region) krijgt samen hoogstens € 400.",
      "Aanvraag B (6 punten) is niet gehonoreerd, terwijl één aanvraag met een lagere score dat wel is: D (5 punten). B in plaats van D past niet: de groep ‘Drenthe’ (region) krijgt samen hoogstens € 400.",
    ]);
    expect(inversionsSummary(document, "en")).toBe(
      "2 applications turned down score more than the award with the lowest score; for each it is known which limit prevents an exchange.",
    );
  });

  it("gives each group its success rate and its part of the money", () => {
    expect(document.groups.map((group) => plain(groupSentence(decision, group, "nl")))).toEqual([
      "Drenthe (region): 0 van 2 aanvragen gehonoreerd (0%), € 0 van de € 1.400 die zij vroegen (0%).",
      "Zeeland (region): 2 van 3 aanvragen gehonoreerd (66,7%), € 800 van de € 1.400 die zij vroegen (57,1%).",
    ]);
    // One group has everything: Gini (n - 1)/n and Jain 1/n, both a half for two groups.
    expect(evennessSentence(document.groups, "region", "nl")).toBe(
      "Toegekend per gevraagd bedrag, over de groepen van region: Gini 0,5 (0 is gelijk), Jain 0,5 (1 is gelijk).",
    );
  });
});

describe("the price of a limit", () => {
  it("is never below that of the limit one step looser, nor that above it", () => {
    const row = "limit/1/max";
    const scenario = (question: "looser" | "without", atLeast: number, atMost: number) => ({
      ...document.scenarios[0]!,
      subject: { limit: row, question } as const,
      outcome: {
        status: "decided" as const,
        objective: 11 + atLeast,
        spent: 0,
        remove: [],
        add: [],
      },
      proof: { ...document.scenarios[0]!.proof, bound: 11 + atMost },
    });
    const scenarios = [scenario("looser", 2, 9), scenario("without", 0, 5)];
    expect(pricesOf(decision, { ...document, scenarios })?.limits).toEqual([
      { row, looser: { atLeast: 2, atMost: 5 }, without: { atLeast: 2, atMost: 5 } },
    ]);
  });
});
