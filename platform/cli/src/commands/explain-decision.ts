/** `voorsprong allocate FILE --explain`: what a decision means, in sentences or figures. */
import {
  canonicalText,
  type Decision,
  type ExplanationDocument,
  type ExplanationSummary,
  evennessSentence,
  explain,
  explainApplication,
  explainSentence,
  groupSentence,
  inversionSentence,
  inversionsSummary,
  priceSentences,
  type Round,
  type Rule,
  standingSummary,
  summariseExplanation,
} from "@voorsprong/allocation";
import { didYouMean } from "@voorsprong/programme";
import { UnusableInput } from "../failure.js";
import type { Language } from "../language.js";

/** What of the command line concerns the explanation. */
export interface ExplainRequest {
  /** True: of the round as a whole; a list: of these applications as well. Absent: no explanation. */
  readonly explain?: true | readonly string[];
  readonly explainOut?: string;
}

/** The explanation of one decision: lines for people, and the figures of the JSON answer. */
export interface ExplainedDecision {
  readonly lines: readonly string[];
  readonly figures:
    | ExplanationSummary
    | { readonly applications: readonly { application: string; sentence: string }[] };
  /** The explanation document as it is written; null under rules that have none. */
  readonly document: string | null;
}

/** Inversions told in full; the document has them all. */
const TOLD = 10;

const headings = {
  nl: {
    prices: "Wat de grenzen kosten",
    standing: "Had het anders gekund",
    inversions: "Hoger gescoord, niet gehonoreerd",
    groups: "Per groep",
    application: (id: string) => `Aanvraag ${id}`,
    applications: "Afgewezen aanvragen",
    more: (number: number) => `(en ${number} andere; --explain-out schrijft ze alle)`,
  },
  en: {
    prices: "What the limits cost",
    standing: "Could it have been otherwise",
    inversions: "Higher score, not awarded",
    groups: "By group",
    application: (id: string) => `Application ${id}`,
    applications: "Applications turned down",
    more: (number: number) => `(and ${number} others; --explain-out writes them all)`,
  },
} as const;

/**
 * Looks whether a round can be explained as asked, before anything is decided.
 *
 * @throws UnusableInput when an application is unknown, or the document is asked for under a rule that has none
 */
export function checkExplainable(
  round: Round,
  rule: Rule,
  { explain: asked, explainOut }: ExplainRequest,
): void {
  if (explainOut !== undefined && rule !== "optimal")
    throw new UnusableInput(
      `allocate: --explain-out is for the rule optimal; a decision under ${rule} holds its own explanations (--out)`,
    );
  const known = new Set(round.applications.map(({ id }) => id));
  const unknown = idsOf(asked).filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new UnusableInput(
      ...unknown.map(
        (id) => `--explain: the round has no application ${JSON.stringify(id)}${didYouMean(id, known)}`,
      ),
    );
}

/** Explains a decision as asked. */
export async function explainDecision(
  decision: Decision,
  asked: true | readonly string[],
  language: Language,
): Promise<ExplainedDecision> {
  const ids = [...new Set(idsOf(asked))];
  if (decision.rule !== "optimal") return ownExplanations(decision, ids, language);
  const document = await explain(decision, { applications: ids });
  return {
    lines: linesOf(decision, document, ids, language),
    figures: summariseExplanation(decision, document, ids),
    document: canonicalText(document),
  };
}

function idsOf(asked: ExplainRequest["explain"]): readonly string[] {
  return asked === undefined || asked === true ? [] : asked;
}

/** Under other rules the decision itself explains every application that it turned down. */
function ownExplanations(decision: Decision, ids: readonly string[], language: Language): ExplainedDecision {
  const named = ids.length > 0 ? ids : decision.explanations.map(({ application }) => application);
  const applications = named.map((application) => ({
    application,
    sentence: explainSentence(decision, application, language),
  }));
  const lines = section(
    headings[language].applications,
    applications.map(({ sentence }) => sentence),
  );
  return { lines, figures: { applications }, document: null };
}

function linesOf(
  decision: Decision,
  document: ExplanationDocument,
  ids: readonly string[],
  language: Language,
): readonly string[] {
  const text = headings[language];
  const { standing, inversions, groups } = document;
  const tags = [...new Set(groups.map(({ tag }) => tag))];
  const rest = inversions.length - TOLD;
  return [
    ...section(text.prices, priceSentences(decision, document, language)),
    ...section(text.standing, standing === undefined ? [] : [standingSummary(standing, language)]),
    ...section(text.inversions, [
      inversionsSummary(document, language),
      ...inversions.slice(0, TOLD).map((inversion) => inversionSentence(decision, inversion, language)),
      ...(rest > 0 ? [text.more(rest)] : []),
    ]),
    ...section(
      text.groups,
      tags.flatMap((tag) => [
        ...groups
          .filter((group) => group.tag === tag)
          .map((group) => groupSentence(decision, group, language)),
        ...[evennessSentence(groups, tag, language)].filter((sentence) => sentence !== null),
      ]),
    ),
    ...ids.flatMap((id) =>
      section(text.application(id), explainApplication(decision, document, id, language)),
    ),
  ];
}

/** A heading with its lines; nothing without lines. */
function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
}
