/** The parts of a letter that tell what the reader can do: object, and check. */
import type { Language } from "@voorsprong/allocation";
import type { Block } from "@voorsprong/documents";
import { courts } from "./courts.js";
import type { LetterCall, LetterFacts } from "./facts.js";
import { dayText, withDays } from "./format.js";
import { letterWords } from "./words.js";

/** How and until when to object (Awb 3:45, 6:4, 6:5, 6:7). */
export function objectionBlocks(call: LetterCall, facts: LetterFacts, language: Language): Block[] {
  const words = letterWords[language];
  const href = `${call.site}/${language}/objection/${facts.applicationId}`;
  const until = { kind: "strong" as const, text: dayText(facts.objection.ends, language) };
  const text =
    language === "nl"
      ? [
          "U kunt bezwaar maken tot en met ",
          until,
          ". Dat kan online, op ",
          { kind: "link" as const, text: "uw pagina van deze aanvraag", href },
          ". Schrijf waarom u het er niet mee eens bent. U krijgt meteen een ontvangstbewijs. Iemand die niet bij dit besluit betrokken was, beslist op uw bezwaar.",
        ]
      : [
          "You can object until ",
          until,
          " inclusive. You can do so online, on ",
          { kind: "link" as const, text: "the page of your application", href },
          ". Write why you do not agree. You get a receipt at once. Somebody who had no part in this decision decides on your objection.",
        ];
  const court = courts[call.court].name[language];
  return [
    { kind: "heading", level: 2, text: words.objection },
    { kind: "paragraph", text },
    {
      kind: "list",
      items: facts.objection.steps.map(
        (step) => `${withDays(step.text[language], language)} (${step.article})`,
      ),
    },
    {
      kind: "paragraph",
      text:
        language === "nl"
          ? `Tegen de beslissing op uw bezwaar kunt u later in beroep bij ${court}.`
          : `Against the decision on your objection you can later appeal to ${court}.`,
    },
  ];
}

/** Where and with which hash anyone checks the decision on the round. */
export function verifyBlocks(call: LetterCall, { round }: LetterFacts, language: Language): Block[] {
  if (round === null) return [];
  const words = letterWords[language];
  return [
    { kind: "heading", level: 2, text: words.check },
    {
      kind: "verify",
      text:
        language === "nl"
          ? "Het besluit op deze ronde is openbaar. Iedereen kan het narekenen, zonder ons te vertrouwen."
          : "The decision on this round is public. Anyone can recompute it without trusting us.",
      href: `${call.site}/${language}/rounds/${round.id}`,
      hash: round.hash,
    },
  ];
}

/** Every assumption the letter rests on, so that none is silent. */
export function assumptionBlocks(call: LetterCall, facts: LetterFacts, language: Language): Block[] {
  const all = [
    ...call.assumptions,
    courts[call.court].assumption,
    ...(facts.outcome.kind === "awarded" ? (facts.aid?.assumptions ?? []) : []),
  ].map((text) => text[language]);
  return [
    { kind: "heading", level: 2, text: letterWords[language].assumptions },
    { kind: "list", items: [...new Set(all)] },
  ];
}
