/** From the facts of one applicant to the letter in a language. Pure: equal facts give equal letters. */
import type { Language } from "@voorsprong/allocation";
import type { Block, PrintDocument } from "@voorsprong/documents";
import type { LetterCall, LetterFacts } from "./facts.js";
import { dayText, money } from "./format.js";
import { aidBlocks, amountBlocks, obligationBlocks, paymentBlocks } from "./grant-blocks.js";
import { assumptionBlocks, objectionBlocks, verifyBlocks } from "./remedy-blocks.js";
import { scoreBlocks } from "./score-blocks.js";
import { groundTitles, letterWords, ruleSentences } from "./words.js";

/** Writes the letter on an application: decision, reasons, amount, obligations, remedy, and how to check it. */
export function writeLetter(call: LetterCall, facts: LetterFacts, language: Language): PrintDocument {
  const words = letterWords[language];
  const blocks: Block[] = [];
  if (call.example) blocks.push({ kind: "note", text: words.example });
  blocks.push(
    { kind: "lines", lines: facts.recipient },
    {
      kind: "facts",
      items: [
        { term: words.date, value: dayText(facts.sentOn, language) },
        { term: words.dossier, value: facts.dossier },
        { term: words.project, value: facts.title },
        { term: words.call, value: call.title[language] },
        ...(call.legalBasis === null ? [] : [{ term: words.basis, value: call.legalBasis[language] }]),
        { term: words.received, value: dayText(facts.receivedOn, language) },
        ...(facts.round === null ? [] : [{ term: words.number, value: facts.applicationId }]),
      ],
    },
    { kind: "heading", level: 2, text: words.decision },
    { kind: "paragraph", text: decisionText(facts, language) },
    ...whyBlocks(call, facts, language),
    ...scoreBlocks(call, facts, language),
  );
  if (facts.outcome.kind === "awarded")
    blocks.push(
      ...amountBlocks(facts, language),
      ...aidBlocks(facts, language),
      ...obligationBlocks(call, language),
      ...paymentBlocks(call, facts, language),
    );
  blocks.push(
    ...objectionBlocks(call, facts, language),
    ...verifyBlocks(call, facts, language),
    ...assumptionBlocks(call, facts, language),
    { kind: "lines", lines: [...words.signed] },
  );
  return {
    language,
    title: titleOf(facts, language),
    sender: call.fund[language],
    made: facts.sentAt,
    reference: facts.dossier,
    blocks,
  };
}

function titleOf({ kind, outcome }: LetterFacts, language: Language): string {
  const words = letterWords[language];
  if (kind === "reserve-award") return words.titleReserve;
  if (outcome.kind === "awarded") return words.titleAward;
  return outcome.ground === "incomplete" ? words.titleIncomplete : words.titleRefusal;
}

function decisionText({ outcome }: LetterFacts, language: Language) {
  if (outcome.kind === "awarded") {
    const amount = { kind: "strong" as const, text: money(outcome.awarded, language) };
    return language === "nl"
      ? ["Wij verlenen u een subsidie van ten hoogste ", amount, " (Awb 4:29)."]
      : ["We award you a grant of at most ", amount, " (Awb 4:29)."];
  }
  if (outcome.ground === "incomplete")
    return language === "nl"
      ? `Wij behandelen uw aanvraag niet (${outcome.article}).`
      : `We do not consider your application (${outcome.article}).`;
  return language === "nl"
    ? `Wij wijzen uw aanvraag af (${outcome.article}).`
    : `We refuse your application (${outcome.article}).`;
}

function whyBlocks(call: LetterCall, facts: LetterFacts, language: Language): Block[] {
  const words = letterWords[language];
  const { outcome, explanation, round } = facts;
  const blocks: Block[] = [{ kind: "heading", level: 2, text: words.why }];
  if (outcome.kind === "refused" && outcome.ground !== null)
    blocks.push({
      kind: "paragraph",
      text: [
        { kind: "strong", text: `${groundTitles[outcome.ground][language]}. ` },
        outcome.reason?.[language] ?? "",
      ],
    });
  if (round !== null) {
    blocks.push({ kind: "paragraph", text: ruleSentences[call.rule][language] });
    blocks.push({
      kind: "paragraph",
      text:
        language === "nl"
          ? `In deze ronde dongen ${round.applications} aanvragen mee naar ${money(round.budget, language)}. ${round.funded} aanvragen krijgen samen ${money(round.awarded, language)}.`
          : `In this round ${round.applications} applications competed for ${money(round.budget, language)}. ${round.funded} applications together receive ${money(round.awarded, language)}.`,
    });
  }
  if (explanation !== null) blocks.push({ kind: "paragraph", text: explanation[language] });
  if (outcome.reserve !== null)
    blocks.push({
      kind: "paragraph",
      text: [
        { kind: "strong", text: `${words.reserve}. ` },
        language === "nl"
          ? `Uw aanvraag staat op plaats ${outcome.reserve} van de reservelijst. Komt er geld terug, dan bieden wij het in die volgorde aan, met een eigen besluit. U kunt daar geen recht aan ontlenen.`
          : `Your application has place ${outcome.reserve} on the reserve list. When money comes back we offer it in that order, by a decision of its own. You cannot derive a right from this.`,
      ],
    });
  return blocks;
}
