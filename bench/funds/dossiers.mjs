/**
 * Seeded example applications to one call: organisations, people named by their role, documents. Region, size, theme,
 * money and moment of receipt come from the allocation engine's generator; nobody real is in them.
 */
import { createHash } from "node:crypto";
import { generateRound, randomSource } from "@voorsprong/allocation";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** An id of the product's form that follows from a text, so that the same seed gives the same rows. */
const idOf = (prefix, text) =>
  prefix +
  [...createHash("sha256").update(text).digest().subarray(0, 12)].map((byte) => alphabet[byte & 31]).join("");

/** A UUID (version 4 in form) that follows from a text. */
export function uuidOf(text) {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const themes = { quality: "production", digital: "key-technologies" };
const regions = { Fryslân: "Friesland" };
const sectors = ["Metaal", "Kunststof", "Elektronica", "Voeding", "Machinebouw", "Textiel", "Chemie", "Hout"];
const subjects = [
  "spuitgieten",
  "lassen met robots",
  "warmtepompen",
  "zonnedaken",
  "3D-printen van metaal",
  "kwaliteitscontrole met camera's",
  "hergebruik van aluminium",
  "zorg op afstand",
  "sensoren in de koudeketen",
  "fotonische chips",
  "accu's voor machines",
  "veilig werken met cobots",
  "onderhoud voorspellen",
  "composieten zonder afval",
  "isolatie van gevels",
  "meten van slaap",
];
const aims = ["Proef met", "Onderzoek naar", "Opschalen van", "Minder uitval bij", "Digitale tweeling voor"];
const places = [
  "in de keten",
  "in het mkb",
  "op de werkvloer",
  "in de regio",
  "met het mbo",
  "bij toeleveranciers",
];
const states = [
  ["submitted", 93],
  ["returned", 4],
  ["withdrawn", 3],
];
const words =
  "wij bouwen meten testen delen de een nieuwe opstelling machine leverancier klant werkvloer school regio met zonder voor in per week jaar proef resultaat kosten energie materiaal afval veiligheid kwaliteit kennis vakmensen robot sensor model gegevens ontwerp productie onderhoud keten markt bedrijf samen vanaf daarna zodat omdat terwijl minder meer sneller beter".split(
    " ",
  );

/** Sentences of drawn words: they compress no better than what people write. */
const prose = (sentences, random) =>
  Array.from({ length: sentences }, () => {
    const drawn = Array.from({ length: 12 }, () => words[random.below(words.length)]).join(" ");
    return `${drawn[0].toUpperCase()}${drawn.slice(1)}.`;
  }).join(" ");

const shareOf = (whole, share) => Math.floor(whole * share);

/** Costs in two categories over two years that add up to what the project costs. */
function costLines(total, partners) {
  const parties = [null, ...partners.map(({ id }) => id)];
  return parties.flatMap((partner, k) => {
    const part = k === 0 ? total - shareOf(total, 0.15) * partners.length : shareOf(total, 0.15);
    return [
      { workPackage: "W1", partner, year: 2027, category: "personnel", cents: part - shareOf(part, 0.4) },
      { workPackage: "W2", partner, year: 2028, category: "equipment", cents: shareOf(part, 0.4) },
    ];
  });
}

function documentOf({ call, title, lead, project, partners, requested, random }) {
  const total = requested * 2;
  return {
    format: "voorsprong-application/1",
    call,
    callVersion: 1,
    title,
    summary: prose(3 + random.below(6), random),
    lead,
    contact: { name: "Voorbeeld contactpersoon", email: "contact@example.org", phone: null },
    project,
    answers: { plan: prose(8 + random.below(12), random), risk: prose(2, random), agreed: true },
    workPackages: [
      { id: "W1", title: "Bouw van de opstelling", category: "experimental-development" },
      { id: "W2", title: "Meten en verbeteren", category: "experimental-development" },
    ],
    partners,
    costs: costLines(total, partners),
    aid: {},
    funding: [{ source: "own", kind: "own", cents: total - requested }],
    requested: { 2027: requested },
  };
}

function organisation(k, seed, tags, random) {
  const sector = sectors[random.below(sectors.length)];
  const region = tags.region[0];
  const [size] = tags.size;
  return {
    id: idOf("O", `${seed} organisation ${k}`),
    name: `Voorbeeld ${sector} ${String(k + 1).padStart(5, "0")} B.V.`,
    kind: "company",
    region: regions[region] ?? region,
    size: size === "small" && random.uniform() < 0.5 ? "micro" : size,
    employees: { small: 8, medium: 120, large: 600 }[size],
    sector: sector === "Voeding" ? "10" : "25",
    person: uuidOf(`${seed} person ${k}`),
  };
}

/**
 * @param count applications, from 1
 * @returns `{organisations, applications}`; applications in order of receipt, `number` counted from 1, money in cents
 */
export function generateDossiers({ count, seed, call }) {
  const round = generateRound({ n: count, class: "simple", seed });
  const random = randomSource(`dossiers ${count} ${seed}`);
  const drawn = [...round.applications].sort((a, b) => (a.received < b.received ? -1 : 1));
  const organisations = drawn
    .slice(0, Math.ceil(count * 0.75))
    .map(({ tags }, k) => organisation(k, seed, tags, random));
  const applications = drawn.map(({ tags, amounts, received, score }, k) => {
    const { person, sector, ...lead } = organisations[k] ?? organisations[random.below(organisations.length)];
    const title = [aims, subjects, places].map((texts) => texts[random.below(texts.length)]).join(" ");
    const requested = Object.values(amounts).reduce((sum, cents) => sum + cents, 0);
    const theme = themes[tags.theme[0]] ?? tags.theme[0];
    const { id: organisationId, employees, ...names } = lead;
    const partners = random.uniform() < 0.2 ? partnersOf(organisations, random) : [];
    const [state] = states[random.weighted(states.map(([, weight]) => weight))];
    return {
      id: idOf("A", `${seed} application ${k}`),
      number: k + 1,
      dossier: `${call.toUpperCase()}-${String(k + 1).padStart(4, "0")}`,
      organisation: organisationId,
      organisationName: lead.name,
      person,
      title,
      state,
      theme,
      region: lead.region,
      size: lead.size,
      requested,
      score,
      received,
      partners,
      document: documentOf({
        call,
        title,
        lead: { organisation: organisationId, employees, ...names },
        project: { theme, region: lead.region, start: "2027-01-01", end: "2028-12-31" },
        partners,
        requested,
        random,
      }),
    };
  });
  return { organisations, applications };
}

/** One to three other organisations. */
function partnersOf(organisations, random) {
  return Array.from({ length: 1 + random.below(3) }, (_, k) => {
    const { id, name, kind, region, size } = organisations[random.below(organisations.length)];
    return { id: `P${k + 1}`, organisation: id, name, kind, region, size };
  });
}
