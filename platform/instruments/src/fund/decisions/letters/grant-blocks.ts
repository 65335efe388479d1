/** The parts of a letter that only an award has: the amount, its arithmetic, obligations, payment. */
import type { Language } from "@voorsprong/allocation";
import type { Block } from "@voorsprong/documents";
import { addMonths } from "@voorsprong/legal-time";
import type { LetterCall, LetterFacts } from "./facts.js";
import { dayText, money, share } from "./format.js";
import { letterWords } from "./words.js";

/** What was asked and what is granted, by budget. */
export function amountBlocks({ requested, outcome }: LetterFacts, language: Language): Block[] {
  const words = letterWords[language];
  const budgets = [...new Set([...Object.keys(requested), ...Object.keys(outcome.amounts)])].sort();
  const sum = (amounts: Readonly<Record<string, number>>) =>
    Object.values(amounts).reduce((total, cents) => total + cents, 0);
  const row = (name: string, asked: number, granted: number, total = false) => ({
    cells: [name, money(asked, language), money(granted, language)],
    total,
  });
  return [
    { kind: "heading", level: 2, text: words.amount },
    {
      kind: "table",
      caption: language === "nl" ? "Gevraagd en verleend" : "Asked and granted",
      columns: [
        { title: words.budget },
        { title: words.asked, align: "end" },
        { title: words.granted, align: "end" },
      ],
      rows: [
        ...budgets.map((budget) => row(budget, requested[budget] ?? 0, outcome.amounts[budget] ?? 0)),
        row(words.total, sum(requested), outcome.awarded, true),
      ],
    },
  ];
}

/** The arithmetic of the most that may be granted, each step with its article. */
export function aidBlocks({ aid }: LetterFacts, language: Language): Block[] {
  if (aid === null || aid.lines.length === 0) return [];
  const words = letterWords[language];
  return [
    {
      kind: "table",
      caption: words.arithmetic,
      columns: [{ title: words.step }, { title: words.article }, { title: words.result, align: "end" }],
      rows: aid.lines.map(({ text, article, result }) => ({
        cells: [
          text[language],
          article ?? "",
          result === null
            ? ""
            : result.unit === "cents"
              ? money(result.value, language)
              : share(result.value, language),
        ],
      })),
    },
  ];
}

/** What the recipient has to do (Awb 4:37 to 4:39). */
export function obligationBlocks(call: LetterCall, language: Language): Block[] {
  const words = letterWords[language];
  const every = call.reportEveryMonths;
  const items =
    language === "nl"
      ? [
          "U voert het project uit zoals u het in de aanvraag beschreef (Awb 4:37).",
          "U houdt een administratie bij waaruit kosten en resultaten blijken, en bewaart die tien jaar (Awb 4:37, AGVV 12).",
          "U meldt het meteen wanneer het project verandert, vertraagt of stopt. Wij beslissen dan over een wijziging.",
          every > 0
            ? `U stuurt elke ${every} maanden een voortgangsverslag, en aan het eind een eindverslag.`
            : "U stuurt aan het eind een eindverslag.",
          "U vraagt na afloop om vaststelling van de subsidie (Awb 4:44).",
        ]
      : [
          "You carry out the project as you described it in the application (Awb 4:37).",
          "You keep accounts that show costs and results, and keep them for ten years (Awb 4:37, GBER 12).",
          "You tell us at once when the project changes, is delayed or stops. We then decide on a change.",
          every > 0
            ? `You send a progress report every ${every} months, and a final report at the end.`
            : "You send a final report at the end.",
          "You ask for settlement of the grant afterwards (Awb 4:44).",
        ];
  return [
    { kind: "heading", level: 2, text: words.obligations },
    { kind: "list", items },
  ];
}

/** When which part is paid: advances (Awb 4:95), and the rest after settlement. */
export function paymentBlocks(call: LetterCall, facts: LetterFacts, language: Language): Block[] {
  const words = letterWords[language];
  const { awarded } = facts.outcome;
  const advances = call.advances.map(({ percent, when }) => {
    const from = when.after === "award" ? facts.sentOn : (facts.project.start ?? facts.sentOn);
    return {
      when: dayText(addMonths(from, when.months), language),
      percent,
      cents: Number((BigInt(awarded) * BigInt(percent)) / 10_000n),
    };
  });
  const paid = advances.reduce((sum, { cents }) => sum + cents, 0);
  const rest = 10_000 - advances.reduce((sum, { percent }) => sum + percent, 0);
  return [
    { kind: "heading", level: 2, text: words.payment },
    {
      kind: "table",
      caption: language === "nl" ? "Betaling in delen" : "Payment in parts",
      columns: [
        { title: words.when },
        { title: words.part, align: "end" },
        { title: words.payout, align: "end" },
      ],
      rows: [
        ...advances.map(({ when, percent, cents }) => ({
          cells: [when, share(percent, language), money(cents, language)],
        })),
        { cells: [words.settlement, share(rest, language), money(awarded - paid, language)] },
        { cells: [words.total, share(10_000, language), money(awarded, language)], total: true },
      ],
    },
  ];
}
