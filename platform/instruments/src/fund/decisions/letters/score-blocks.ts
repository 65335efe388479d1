/** The part of a letter that tells how the application was reviewed. */
import type { Language } from "@voorsprong/allocation";
import type { Block } from "@voorsprong/documents";
import type { LetterCall, LetterFacts } from "./facts.js";
import { points, share } from "./format.js";
import { arithmeticBlocks } from "./score-arithmetic.js";
import { letterWords } from "./words.js";

/** Scores per criterion, and every reviewer's reasons under a pseudonym; nothing where nobody reviewed. */
export function scoreBlocks(call: LetterCall, { scores }: LetterFacts, language: Language): Block[] {
  if (scores === null) return [];
  const words = letterWords[language];
  const given = new Map(scores.criteria.map((each) => [each.criterion, each.reviews]));
  const pointsOf = (id: string) =>
    (given.get(id) ?? []).flatMap(({ points: each }) => (each === null ? [] : [each]));
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: words.scores },
    {
      kind: "paragraph",
      text:
        language === "nl"
          ? `De score waarmee is besloten is ${points(scores.score, language)} van de 100 punten.`
          : `The score that was decided on is ${points(scores.score, language)} out of 100 points.`,
    },
  ];
  if (given.size > 0)
    blocks.push({
      kind: "table",
      caption: language === "nl" ? "Punten per criterium" : "Points per criterion",
      columns: [
        { title: words.criterion },
        { title: words.weight, align: "end" },
        { title: words.lowest, align: "end" },
        { title: words.highest, align: "end" },
        { title: words.most, align: "end" },
      ],
      rows: call.criteria.map(({ id, title, weight, max }) => {
        const all = pointsOf(id);
        const shown = (value: number) => (all.length === 0 ? "–" : String(value));
        return {
          cells: [
            title[language],
            share(weight, language),
            shown(Math.min(...all)),
            shown(Math.max(...all)),
            String(max),
          ],
        };
      }),
    });
  blocks.push(...arithmeticBlocks(scores, language));
  for (const { id, title } of call.criteria) {
    const reasons = (given.get(id) ?? []).filter(({ reason }) => reason !== "");
    if (reasons.length === 0) continue;
    blocks.push(
      { kind: "heading", level: 3, text: title[language] },
      {
        kind: "list",
        items: reasons.map(({ reviewer, points: given, reason }) => [
          { kind: "strong", text: givenBy(reviewer, given, language) },
          reason,
        ]),
      },
    );
  }
  return blocks;
}

/** Who gave how many points, before the reason: `Beoordelaar 1 (8 punten): `. */
function givenBy(reviewer: string, given: number | null, language: Language): string {
  if (given === null) return `${reviewer}: `;
  return `${reviewer} (${given} ${language === "nl" ? (given === 1 ? "punt" : "punten") : given === 1 ? "point" : "points"}): `;
}
