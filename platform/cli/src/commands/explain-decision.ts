/** `voorsprong allocate FILE --explain`: what a decision means, in sentences or figures. */
import {
  applicationName,
  canonicalText,
  type Decision,
  type ExplainProgress,
  type ExplanationDocument,
  type ExplanationSummary,
  evennessSentence,
  explain,
  explainApplication,
  explainSentence,
  formatNumber,
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
import { ProgressLine } from "../progress.js";

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
  /** The explanation document as it is written, with its hash; null under rules that have none. */
  readonly document: { readonly text: string; readonly hash: string } | null;
  /** How long explaining took; it comes after deciding and is not covered by the time limit. */
  readonly seconds: number;
}

/** Inversions told in full; the document has them all. */
const TOLD = 10;

const headings = {
  nl: {
    prices: "Wat de grenzen kosten",
    standing: "Had het anders gekund",
    inversions: "Hoger gescoord, niet gehonoreerd",
    groups: "Per groep",
    application: (name: string) => `Aanvraag ${name}`,
    applications: "Afgewezen aanvragen",
    more: (number: number) => `(en ${formatNumber(number, "nl")} andere; --explain-out schrijft ze alle)`,
    progress: (done: number, of: number) => `De uitleg: stap ${done + 1} van ${of}`,
    written: (file: string, hash: string) => `Uitleg geschreven naar ${file} (${hash})`,
    seconds: (seconds: number) => `Rekentijd van de uitleg: ${seconds} s`,
  },
  en: {
    prices: "What the limits cost",
    standing: "Could it have been otherwise",
    inversions: "Higher score, not awarded",
    groups: "By group",
    application: (name: string) => `Application ${name}`,
    applications: "Applications turned down",
    more: (number: number) => `(and ${formatNumber(number, "en")} others; --explain-out writes them all)`,
    progress: (done: number, of: number) => `The explanation: step ${done + 1} of ${of}`,
    written: (file: string, hash: string) => `Explanation written to ${file} (${hash})`,
    seconds: (seconds: number) => `Computing time of the explanation: ${seconds} s`,
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

/** Explains a decision as asked; how far it is shows on standard error where that is a terminal. */
export async function explainDecision(
  decision: Decision,
  asked: true | readonly string[],
  language: Language,
): Promise<ExplainedDecision> {
  const begin = performance.now();
  const elapsed = () => Math.round(performance.now() - begin) / 1000;
  const ids = [...new Set(idsOf(asked))];
  if (decision.rule !== "optimal")
    return { ...ownExplanations(decision, ids, language), document: null, seconds: elapsed() };
  const progress = new ProgressLine();
  const onProgress = ({ done, of }: ExplainProgress) => progress.show(headings[language].progress(done, of));
  const document = await explain(decision, { applications: ids, onProgress });
  progress.clear();
  return {
    lines: linesOf(decision, document, ids, language),
    figures: summariseExplanation(decision, document, ids),
    document: { text: canonicalText(document), hash: document.hash },
    seconds: elapsed(),
  };
}

/** Where the explanation was written and how long it took, in lines for people. */
export function describeExplaining(
  { document, seconds }: ExplainedDecision,
  language: Language,
  out: string | undefined,
): readonly string[] {
  const text = headings[language];
  return [
    "",
    ...(out === undefined || document === null ? [] : [text.written(out, document.hash)]),
    text.seconds(seconds),
  ];
}

function idsOf(asked: ExplainRequest["explain"]): readonly string[] {
  return asked === undefined || asked === true ? [] : asked;
}

/** Under other rules the decision itself explains every application that it turned down. */
function ownExplanations(
  decision: Decision,
  ids: readonly string[],
  language: Language,
): Pick<ExplainedDecision, "lines" | "figures"> {
  const named = ids.length > 0 ? ids : decision.explanations.map(({ application }) => application);
  const applications = named.map((application) => ({
    application,
    sentence: explainSentence(decision, application, language),
  }));
  const lines = section(
    headings[language].applications,
    applications.map(({ sentence }) => sentence),
  );
  return { lines, figures: { applications } };
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
    ...section(
      text.inversions,
      decision.outcome.status === "infeasible"
        ? []
        : [
            inversionsSummary(document, language),
            ...inversions.slice(0, TOLD).map((inversion) => inversionSentence(decision, inversion, language)),
            ...(rest > 0 ? [text.more(rest)] : []),
          ],
    ),
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
      section(
        text.application(applicationName(decision.round, id)),
        explainApplication(decision, document, id, language),
      ),
    ),
  ];
}

/** A heading with its lines; nothing without lines. */
function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
}
