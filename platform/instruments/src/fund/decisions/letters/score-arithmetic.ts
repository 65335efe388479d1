/** The lines from the totals of reviewers to the score that counts, so that a reader can recompute it. */
import type { Language } from "@voorsprong/allocation";
import type { Block } from "@voorsprong/documents";
import type { NormalisationMethod } from "@voorsprong/review";
import type { Localised } from "../../../kernel/views.js";
import type { LetterScores, ScoreArithmetic } from "./facts.js";
import { points } from "./format.js";

/** What a total is (docs/formats/scores.md, step 1). */
const total: Localised = {
  nl: "Het totaal van een beoordelaar is de som over de criteria van de weging maal de gegeven punten, gedeeld door de punten die ten hoogste te geven zijn.",
  en: "A reviewer's total is the sum over the criteria of the weight times the points given, divided by the most points that can be given.",
};

/** How lenient and strict reviewers were made comparable, for people (docs/formats/scores.md, steps 2 to 4). */
const methods: Readonly<Record<NormalisationMethod, Localised>> = {
  none: {
    nl: "De score is het gemiddelde van de totalen. Deze openstelling kent geen correctie voor milde en strenge beoordelaars.",
    en: "The score is the mean of the totals. This call has no correction for lenient and strict reviewers.",
  },
  mean: {
    nl: "Daarna is gecorrigeerd voor milde en strenge beoordelaars, zoals de openstelling voorschrijft: per beoordelaar is met kleinste kwadraten over alle aanvragen geschat hoeveel punten die meer of minder geeft dan anderen. Dat verschil gaat van het totaal af. De score is het gemiddelde na correctie.",
    en: "Then lenient and strict reviewers were corrected for, as the call prescribes: least squares over all applications estimate how many points more or less a reviewer gives than others. That difference is taken off the total. The score is the mean after correction.",
  },
  "z-score": {
    nl: "Daarna is gecorrigeerd voor milde en strenge beoordelaars, zoals de openstelling voorschrijft: de totalen van elke beoordelaar krijgen het gemiddelde en de spreiding van alle totalen samen (z-score). De score is het gemiddelde na correctie.",
    en: "Then lenient and strict reviewers were corrected for, as the call prescribes: each reviewer's totals get the mean and the spread of all totals together (z-score). The score is the mean after correction.",
  },
  quantile: {
    nl: "Daarna is gecorrigeerd voor milde en strenge beoordelaars, zoals de openstelling voorschrijft: de volgorde van elke beoordelaar blijft, en de totalen krijgen de verdeling van alle totalen samen (kwantielen). De score is het gemiddelde na correctie.",
    en: "Then lenient and strict reviewers were corrected for, as the call prescribes: each reviewer's order stays, and the totals get the distribution of all totals together (quantiles). The score is the mean after correction.",
  },
};

/** From raw totals by the correction to the score that counts; or that a consensus took their place. */
export function arithmeticBlocks({ score, arithmetic }: LetterScores, language: Language): Block[] {
  const { source, raw, method } = arithmetic;
  const nl = language === "nl";
  if (source === "consensus") {
    const counts = points(score, language);
    const mean = raw === null ? null : points(raw, language);
    return [
      paragraph(
        nl
          ? `De beoordelaars hebben deze aanvraag samen besproken. De score die zij toen vaststelden (consensus), ${counts} punten, komt in de plaats van hun eerdere beoordelingen.${mean === null ? "" : ` Het gemiddelde daarvan was ${mean} punten.`} Een correctie voor milde en strenge beoordelaars is er dan niet.`
          : `The reviewers discussed this application together. The score they then agreed on (consensus), ${counts} points, takes the place of their earlier reviews.${mean === null ? "" : ` The mean of those was ${mean} points.`} There is then no correction for lenient and strict reviewers.`,
      ),
    ];
  }
  if (raw === null || arithmetic.reviews.length === 0) return [];
  const blocks: Block[] = [
    paragraph(total[language]),
    paragraph(`${methods[method][language]}${untouched(arithmetic, language)}`),
    method === "none" ? rawTable(arithmetic, raw, language) : correctedTable(arithmetic, raw, language),
  ];
  if (arithmetic.normalised !== score)
    blocks.push(
      paragraph(
        nl
          ? `Een score is ten minste 0: daarom telt ${points(score, "nl")}.`
          : `A score is at least 0: therefore ${points(score, "en")} counts.`,
      ),
    );
  return blocks;
}

const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** Whom the methods that rescale leave as they are. */
function untouched({ method, minimumReviews }: ScoreArithmetic, language: Language): string {
  if (method !== "z-score" && method !== "quantile") return "";
  return language === "nl"
    ? ` Totalen van wie minder dan ${minimumReviews} aanvragen beoordeelde, blijven zoals ze zijn.`
    : ` Totals of who reviewed fewer than ${minimumReviews} applications stay as they are.`;
}

const captions: Localised = { nl: "Van totalen naar score", en: "From totals to score" };
const columns = {
  nl: {
    reviewer: "Beoordelaar",
    total: "Totaal",
    correction: "Correctie",
    after: "Na correctie",
    mean: "Gemiddelde",
  },
  en: {
    reviewer: "Reviewer",
    total: "Total",
    correction: "Correction",
    after: "After correction",
    mean: "Mean",
  },
} as const satisfies Record<Language, unknown>;

function rawTable({ reviews }: ScoreArithmetic, raw: number, language: Language): Block {
  const words = columns[language];
  return {
    kind: "table",
    caption: captions[language],
    columns: [{ title: words.reviewer }, { title: words.total, align: "end" }],
    rows: [
      ...reviews.map((each) => ({ cells: [each.reviewer, points(each.total, language)] })),
      { cells: [words.mean, points(raw, language)], total: true },
    ],
  };
}

function correctedTable({ reviews, normalised }: ScoreArithmetic, raw: number, language: Language): Block {
  const words = columns[language];
  const row = (title: string, before: number, after: number) => [
    title,
    points(before, language),
    signed(after - before, language),
    signed(after, language).replace("+", ""),
  ];
  return {
    kind: "table",
    caption: captions[language],
    columns: [
      { title: words.reviewer },
      { title: words.total, align: "end" },
      { title: words.correction, align: "end" },
      { title: words.after, align: "end" },
    ],
    rows: [
      ...reviews.map((each) => ({ cells: row(each.reviewer, each.total, each.normalised) })),
      { cells: row(words.mean, raw, normalised ?? raw), total: true },
    ],
  };
}

/** Hundredths of a point with their sign: `+1,50`, `−1,50`, `0`. */
function signed(hundredths: number, language: Language): string {
  const sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : "";
  return `${sign}${points(Math.abs(hundredths), language)}`;
}
