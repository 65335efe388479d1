/** Packages of awards are valid by the schema of the 360Giving Data Standard 1.4.3, checked by Ajv. */
import { readFileSync } from "node:fs";
import {
  type PublicAward,
  threeSixtyColumns,
  threeSixtyGrant,
  threeSixtyMeta,
  threeSixtyRow,
} from "@voorsprong/instruments/fund/register/open-data";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasSharedData, sharedData } from "./shared.js";

interface SchemaNode {
  readonly title?: string;
  readonly $ref?: string;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

type GrantSchema = SchemaNode & { readonly $defs: Readonly<Record<string, SchemaNode>>; $schema?: string };

const readSchema = (name: string) =>
  JSON.parse(readFileSync(sharedData("grants", "360giving-standard", "schema", name), "utf8"));

/** The standard names its meta-schema by http, and the package refers to the grant schema of an earlier release. */
function validator() {
  const { $schema: _meta, ...grant } = readSchema("360-giving-schema.json");
  const { $schema: _packageMeta, ...pack } = readSchema("360-giving-package-schema.json");
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  ajv.addSchema({ ...grant, $id: pack.properties.grants.items.$ref });
  return ajv.compile(pack);
}

const publisher = { id: "voorbeeld", name: "Voorbeeldfonds", website: "https://fund.example.org" };

const day = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const words = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
const cents = fc.integer({ min: 0, max: 2 ** 53 - 1 });

const award: fc.Arbitrary<PublicAward> = fc.record({
  id: fc.uuid(),
  dossier: fc.constant("RESEARCH-2027-0001"),
  fund: fc.constant({ id: "research", title: { nl: "Fonds", en: "Fund" } }),
  call: fc.constant({ id: "research-2027", title: { nl: "Oproep", en: "Call" } }),
  title: words,
  summary: maybe(words),
  recipient: fc.oneof(
    fc.record({
      kind: fc.constant("organisation" as const),
      id: fc.stringMatching(/^O[0-9A-Z]{12}$/),
      name: words,
      kvk: maybe(fc.stringMatching(/^\d{8}$/)),
      place: maybe(words),
      postcode: maybe(fc.constant("8000 AA")),
      country: fc.constant("NL"),
      sector: maybe(fc.constant("28")),
    }),
    fc.record({ kind: fc.constant("person" as const), pseudonym: fc.stringMatching(/^P-[0-9A-F]{8}$/) }),
  ),
  theme: maybe(words),
  region: maybe(fc.constant("Groningen")),
  regionCode: maybe(fc.constant("NL-GR")),
  size: maybe(fc.constantFrom("micro", "large")),
  aid: fc.constant(["gber-25" as const]),
  requested: cents,
  granted: cents,
  paid: cents,
  settled: maybe(cents),
  awardedOn: day,
  start: maybe(day),
  end: maybe(day),
  changedAt: day.map((each) => `${each}T10:00:00.000Z`),
  example: fc.boolean(),
});

describe.skipIf(!hasSharedData)("360Giving 1.4.3", () => {
  it("accepts a package of whatever awards", () => {
    const validate = validator();
    fc.assert(
      fc.property(
        fc.uniqueArray(award, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
        (awards) => {
          const grants = awards.map((each) => threeSixtyGrant(each, publisher));
          const pack = { ...threeSixtyMeta(publisher, "2027-09-01T10:00:00.000Z"), grants };
          expect(validate(pack), JSON.stringify(validate.errors)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("refuses a package without what a grant needs, so that the check above can fail", () => {
    const validate = validator();
    const [example] = fc.sample(award, 1);
    const grant = threeSixtyGrant(example!, publisher);
    const meta = threeSixtyMeta(publisher, "2027-09-01T10:00:00.000Z");
    for (const broken of [
      { ...grant, awardDate: "1 maart 2027" },
      { ...grant, amountAwarded: "5" },
      { ...grant, fundingOrganization: [] },
      { ...grant, title: undefined },
    ])
      expect(validate(JSON.parse(JSON.stringify({ ...meta, grants: [broken] })))).toBe(false);
    expect(validate({ ...meta, grants: [] })).toBe(false);
  });

  it("knows each column of the spreadsheet form by its title", () => {
    const schema: GrantSchema = readSchema("360-giving-schema.json");
    const inner = ({ $ref, items, properties }: SchemaNode): SchemaNode["properties"] =>
      properties ?? ($ref ? schema.$defs[$ref.replace("#/$defs/", "")]?.properties : items && inner(items));
    const titled = (properties: SchemaNode["properties"], title: string) =>
      Object.entries(properties ?? {}).find(([name, node]) => (node.title ?? name) === title)?.[1];
    for (const { title } of threeSixtyColumns) {
      const [outer, below] = title.split(":");
      const node = outer === "Currency" ? schema.properties?.currency : titled(schema.properties, outer!);
      expect(node, title).toBeDefined();
      if (below !== undefined) expect(titled(inner(node!), below), title).toBeDefined();
    }
    const [example] = fc.sample(award, 1);
    expect(threeSixtyRow(threeSixtyGrant(example!, publisher))).toHaveLength(threeSixtyColumns.length);
  });
});
