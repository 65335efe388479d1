/** Letters about an objection: the receipt, and the decision. Pure. */
import { formatAmount, type Language } from "@voorsprong/allocation";
import type { Block, PrintDocument } from "@voorsprong/documents";
import type { Term } from "@voorsprong/legal-time";
import type { Localised } from "../../../kernel/views.js";
import { courts } from "../letters/courts.js";
import type { LetterCall } from "../letters/facts.js";
import { dayText, money, points, withDays } from "../letters/format.js";
import { letterWords } from "../letters/words.js";
import type { Correction } from "./corrections.js";
import type { Difference } from "./difference.js";

/** Whom and what a letter about an objection is about. */
export interface ObjectionLetter {
  readonly dossier: string;
  readonly recipient: readonly string[];
  readonly title: string;
  readonly number: number;
  readonly sentOn: string;
  readonly sentAt: string;
}

const head = (call: LetterCall, about: ObjectionLetter, language: Language): Block[] => {
  const words = letterWords[language];
  return [
    ...(call.example ? [{ kind: "note" as const, text: words.example }] : []),
    { kind: "lines", lines: about.recipient },
    {
      kind: "facts",
      items: [
        { term: words.date, value: dayText(about.sentOn, language) },
        { term: words.dossier, value: about.dossier },
        { term: language === "nl" ? "Bezwaar" : "Objection", value: String(about.number) },
        { term: words.project, value: about.title },
      ],
    },
  ];
};

const frame = (
  call: LetterCall,
  about: ObjectionLetter,
  language: Language,
  title: string,
  blocks: readonly Block[],
): PrintDocument => ({
  language,
  title,
  sender: call.fund[language],
  made: about.sentAt,
  reference: about.dossier,
  blocks: [
    ...head(call, about, language),
    ...blocks,
    { kind: "lines", lines: [...letterWords[language].signed] },
  ],
});

/** What a receipt says. */
export interface Receipt extends ObjectionLetter {
  readonly receivedOn: string;
  readonly timely: boolean;
  readonly termEnds: string;
  readonly decision: Term;
  readonly grounds: string;
}

/** The receipt of an objection (Awb 6:14). */
export function writeReceipt(call: LetterCall, receipt: Receipt, language: Language): PrintDocument {
  const nl = language === "nl";
  const received = dayText(receipt.receivedOn, language);
  const due = { kind: "strong" as const, text: dayText(receipt.decision.ends, language) };
  const late = dayText(receipt.termEnds, language);
  return frame(call, receipt, language, nl ? "Ontvangst van uw bezwaar" : "Receipt of your objection", [
    {
      kind: "paragraph",
      text: nl
        ? `Wij ontvingen uw bezwaar op ${received} (Awb 6:14).`
        : `We received your objection on ${received} (Awb 6:14).`,
    },
    ...(receipt.timely
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: nl
              ? `De termijn liep tot en met ${late}. Uw bezwaar is te laat. Wij nemen het alleen in behandeling als de vertraging u niet kan worden verweten (Awb 6:11).`
              : `The term ran until ${late} inclusive. Your objection is late. We only consider it when the delay cannot be held against you (Awb 6:11).`,
          },
        ]),
    {
      kind: "paragraph",
      text: nl
        ? [
            "Wij beslissen uiterlijk op ",
            due,
            ". Daarvoor nodigen wij u uit om uw bezwaar toe te lichten (Awb 7:2).",
          ]
        : [
            "We decide by ",
            due,
            " at the latest. Before that we invite you to explain your objection (Awb 7:2).",
          ],
    },
    {
      kind: "list",
      items: receipt.decision.steps.map(
        ({ text, article }) => `${withDays(text[language], language)} (${article})`,
      ),
    },
    { kind: "heading", level: 2, text: nl ? "Wat u schreef" : "What you wrote" },
    { kind: "paragraph", text: receipt.grounds },
  ]);
}

/** What a decision on an objection says. */
export interface ObjectionDecision extends ObjectionLetter {
  readonly outcome: "inadmissible" | "unfounded" | "founded";
  readonly reason: Localised;
  readonly corrections: readonly Correction[];
  /** The file in short: hearing, advice, each as a sentence. */
  readonly file: readonly Localised[];
  /** What the re-decision changes for this application; null where nothing was decided again. */
  readonly result: {
    readonly from: number;
    readonly to: number;
    readonly difference: Difference;
    readonly roundId: string;
    readonly hash: string;
  } | null;
  readonly appeal: Term;
}

const outcomeTitles: Readonly<Record<ObjectionDecision["outcome"], Localised>> = {
  inadmissible: { nl: "Uw bezwaar is niet-ontvankelijk", en: "Your objection is inadmissible" },
  unfounded: { nl: "Uw bezwaar is ongegrond", en: "Your objection fails" },
  founded: { nl: "Uw bezwaar is gegrond", en: "Your objection succeeds" },
};

/** The decision on an objection (Awb 7:11, 7:12). */
export function writeObjectionDecision(
  call: LetterCall,
  decision: ObjectionDecision,
  language: Language,
): PrintDocument {
  const nl = language === "nl";
  const { outcome, reason, corrections, file, result, appeal } = decision;
  const words = letterWords[language];
  const blocks: Block[] = [
    { kind: "heading", level: 2, text: words.decision },
    { kind: "paragraph", text: [{ kind: "strong", text: `${outcomeTitles[outcome][language]}.` }] },
    ...(result === null ? [] : resultBlocks(result, language)),
    { kind: "heading", level: 2, text: words.why },
    { kind: "paragraph", text: reason[language] },
  ];
  if (corrections.length > 0)
    blocks.push({
      kind: "table",
      caption: nl ? "Wat wij verbeteren" : "What we correct",
      columns: [
        { title: nl ? "Gegeven" : "Fact" },
        { title: nl ? "Was" : "Was" },
        { title: nl ? "Wordt" : "Becomes" },
        { title: nl ? "Reden" : "Reason" },
      ],
      rows: corrections.map((correction) => ({ cells: correctionCells(correction, language) })),
    });
  if (file.length > 0)
    blocks.push(
      {
        kind: "heading",
        level: 2,
        text: nl ? "Hoe wij tot dit besluit kwamen" : "How we came to this decision",
      },
      { kind: "list", items: file.map((text) => text[language]) },
    );
  if (result !== null)
    blocks.push({
      kind: "verify",
      text: nl
        ? "Het nieuwe besluit op de ronde is openbaar en staat naast het eerste. Iedereen kan beide narekenen."
        : "The new decision on the round is public and stands beside the first. Anyone can recompute both.",
      href: `${call.site}/${language}/rounds/${result.roundId}`,
      hash: result.hash,
    });
  blocks.push(
    { kind: "heading", level: 2, text: words.objection },
    {
      kind: "paragraph",
      text: nl
        ? `U kunt tot en met ${dayText(appeal.ends, "nl")} in beroep bij ${courts[call.court].name.nl} (Awb 6:7, 8:1).`
        : `You can appeal until ${dayText(appeal.ends, "en")} inclusive to ${courts[call.court].name.en} (Awb 6:7, 8:1).`,
    },
    { kind: "heading", level: 2, text: words.assumptions },
    { kind: "list", items: [courts[call.court].assumption[language]] },
  );
  return frame(
    call,
    decision,
    language,
    nl ? "Beslissing op uw bezwaar" : "Decision on your objection",
    blocks,
  );
}

function resultBlocks(
  { from, to, difference }: NonNullable<ObjectionDecision["result"]>,
  language: Language,
): Block[] {
  const nl = language === "nl";
  const others = difference.changes.filter(({ effect }) => effect === "kept" || effect === "unchanged-final");
  const short = Object.values(difference.shortfall).reduce((sum, cents) => sum + cents, 0);
  const blocks: Block[] = [
    {
      kind: "paragraph",
      text:
        to > from
          ? nl
            ? `Wij verlenen u alsnog een subsidie van ten hoogste ${money(to, "nl")} (was ${money(from, "nl")}).`
            : `We award you a grant of at most ${money(to, "en")} after all (was ${money(from, "en")}).`
          : nl
            ? `Wij hebben de ronde opnieuw laten beslissen met de verbeterde gegevens en dezelfde regel. Voor uw aanvraag is de uitkomst gelijk: ${money(from, "nl")}.`
            : `We had the round decided again with the corrected facts and the same rule. For your application the outcome is the same: ${money(from, "en")}.`,
    },
  ];
  if (short > 0)
    blocks.push({
      kind: "paragraph",
      text: nl
        ? `Hiervoor is in het budget nog ${formatAmount(short, "EUR-cent", "nl")} te weinig over. U houdt uw recht op het hele bedrag (Awb 4:25, derde lid).`
        : `The budget has ${formatAmount(short, "EUR-cent", "en")} too little left for this. You keep your right to the whole amount (Awb 4:25, third paragraph).`,
    });
  if (others.length > 0)
    blocks.push({
      kind: "paragraph",
      text: nl
        ? `Voor ${others.length} andere aanvragen zou de uitkomst anders zijn. Wat daar is besloten, blijft zoals het is.`
        : `For ${others.length} other applications the outcome would be different. What was decided there stays as it is.`,
    });
  return blocks;
}

function correctionCells(correction: Correction, language: Language): string[] {
  const nl = language === "nl";
  const amounts = (all: Readonly<Record<string, number>>) =>
    Object.entries(all)
      .map(([budget, cents]) => `${budget}: ${money(cents, language)}`)
      .join("; ");
  const reason = correction.reason[language];
  switch (correction.what) {
    case "score":
      return [
        nl ? "Score" : "Score",
        points(correction.from, language),
        points(correction.to, language),
        reason,
      ];
    case "amounts":
      return [nl ? "Bedrag" : "Amount", amounts(correction.from), amounts(correction.to), reason];
    case "admit":
      return [
        nl ? "Deelname aan de verdeling" : "Part in the division",
        nl ? "nee" : "no",
        nl ? "ja" : "yes",
        reason,
      ];
  }
}
