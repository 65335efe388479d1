/** Open data of awards: which are listed under GBER article 9, and how usable the data are. */
import {
  gberColumns,
  gberLine,
  gberRow,
  nutsTwo,
  type PublicAward,
  qualityMarks,
  threeSixtyGrant,
} from "@voorsprong/instruments/fund/register/open-data";
import { loadProgramme } from "@voorsprong/programme";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const award: PublicAward = {
  id: "A0123456789AB",
  dossier: "RESEARCH-2027-0001",
  fund: { id: "research", title: { nl: "Fonds voor onderzoek", en: "Research fund" } },
  call: { id: "research-2027", title: { nl: "Onderzoek 2027", en: "Research 2027" } },
  title: "Voorbeeldproject",
  summary: "Een voorbeeld van een project dat een verlening kreeg.",
  recipient: {
    kind: "organisation",
    id: "O0123456789AB",
    name: "Voorbeeld BV",
    kvk: "01234567",
    place: "Zwolle",
    postcode: "8000 AA",
    country: "NL",
    sector: "28",
  },
  theme: "research",
  region: "Overijssel",
  regionCode: "NL-OV",
  size: "medium",
  aid: ["gber-25"],
  requested: 20_000_000,
  granted: 10_000_001,
  paid: 0,
  settled: null,
  awardedOn: "2027-08-31",
  start: "2027-09-01",
  end: "2029-08-31",
  changedAt: "2027-08-31T10:00:00.000Z",
  example: true,
};

describe("the list of GBER article 9", () => {
  it("has each award above EUR 100,000, to be published within six months", () => {
    expect(gberLine(award)).toEqual({
      award: "A0123456789AB",
      beneficiary: "Voorbeeld BV",
      identifier: "01234567",
      undertaking: "sme",
      region: { nuts: "NL21", name: "Overijssel" },
      sector: "28",
      amount: 10_000_001,
      instrument: { nl: "Subsidie", en: "Direct grant" },
      grantedOn: "2027-08-31",
      objective: {
        nl: "Steun voor onderzoek en ontwikkeling (art. 25)",
        en: "Aid for research and development projects (Art. 25)",
      },
      authority: { nl: "Fonds voor onderzoek", en: "Research fund" },
      // Six months after 31 August is the last day of February.
      publishBy: "2028-02-29",
      availableUntil: "2037-08-31",
      missing: [],
      example: true,
    });
  });

  it("leaves out exactly EUR 100,000, de minimis aid and what is no aid", () => {
    expect(gberLine({ ...award, granted: 10_000_000 })).toBeNull();
    expect(gberLine({ ...award, aid: ["de-minimis"] })).toBeNull();
    expect(gberLine({ ...award, aid: ["no-aid"] })).toBeNull();
  });

  it("names the items that are missing, and a row has a cell for each column", () => {
    const recipient = { ...award.recipient, kvk: null, sector: null } as PublicAward["recipient"];
    const line = gberLine({ ...award, recipient, size: null, regionCode: null })!;
    expect(line.missing.map(({ en }) => en)).toEqual([
      "number of the recipient in the trade register",
      "size of the undertaking",
      "region (NUTS II)",
      "sector (NACE)",
    ]);
    expect(gberRow(line)).toHaveLength(gberColumns.length);
  });

  it("knows every region of the programme that ships", () => {
    const { regions } = loadProgramme(new URL("../../../programmes/voorsprong", import.meta.url).pathname);
    const codes = regions.map(({ code }) => nutsTwo(code)?.nuts);
    expect(new Set(codes).size).toBe(12);
    expect(codes).not.toContain(undefined);
    expect(nutsTwo("BE-VLG")).toBeNull();
  });
});

describe("a natural person", () => {
  it("is a pseudonym everywhere", () => {
    const person: PublicAward = { ...award, recipient: { kind: "person", pseudonym: "P-0001" } };
    const grant = threeSixtyGrant(person, { id: "x", name: "X", website: "https://example.org" });
    expect(grant.recipientIndividual).toEqual({ id: "x-P-0001", name: "Individual Recipient" });
    expect(grant.recipientOrganization).toBeUndefined();
    expect(gberLine(person)!.beneficiary).toBe("P-0001");
  });
});

describe("amounts", () => {
  it("are the very cents, up to ten thousand billion euro", () => {
    const publisher = { id: "x", name: "X", website: "https://example.org" };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 15 - 1 }), (granted) => {
        const text = JSON.stringify(threeSixtyGrant({ ...award, granted }, publisher).amountAwarded);
        const [whole = "", fraction = ""] = text.split(".");
        expect(BigInt(whole + fraction.padEnd(2, "0"))).toBe(BigInt(granted));
      }),
    );
  });
});

describe("quality marks", () => {
  it("count what is usable and name what is not", () => {
    const bare: PublicAward = {
      ...award,
      id: "A0123456789AC",
      summary: "schrijf naar iemand@example.org",
      title: "x".repeat(140),
      recipient: { ...award.recipient, kvk: null, place: null, postcode: null } as PublicAward["recipient"],
      region: null,
      start: null,
      granted: 0,
      awardedOn: "2030-01-01",
    };
    const marks = qualityMarks([award, bare], "2027-12-31");
    expect(marks.every(({ total, met }) => total === 2 && met === 1)).toBe(true);
    expect(marks.every(({ without }) => without[0] === bare.id)).toBe(true);
  });
});
