/** The receipt as a document for people (Awb 4:3a): what was received and when, and the grant as it was computed. */
import type { Block, PrintDocument } from "@voorsprong/documents";
import { COST_CATEGORIES, euro, WORK_CATEGORIES } from "@voorsprong/state-aid";
import type { ApplicationDocument } from "./document.js";
import type { ApplicationAid } from "./views.js";

/** What a receipt is made of. */
export interface ReceiptInput {
  readonly language: "nl" | "en";
  readonly sender: string;
  readonly dossier: string;
  readonly applicationId: string;
  readonly callTitle: string;
  readonly version: number;
  readonly hash: string;
  readonly ledgerEntry: number;
  /** When it arrived. */
  readonly receivedAt: Date;
  /** Null once erased. */
  readonly document: ApplicationDocument | null;
  readonly aid: ApplicationAid;
  /** Address of the site. */
  readonly origin: string;
  readonly example: boolean;
}

const WORDS = {
  nl: {
    title: "Ontvangstbevestiging",
    intro: "Wij hebben uw aanvraag ontvangen. Bewaar deze bevestiging.",
    dossier: "Dossiernummer",
    call: "Oproep",
    organisation: "Aanvrager",
    project: "Project",
    received: "Ontvangen op",
    version: "Versie",
    asked: "Gevraagde subsidie",
    costs: "Kosten",
    workPackage: "Werkpakket",
    kind: "Soort",
    amount: "Bedrag",
    arithmetic: "Zo is de subsidie berekend",
    step: "Stap",
    source: "Artikel",
    most: "Dit is het hoogste bedrag volgens de regels. U leest in het besluit hoeveel u krijgt.",
    assumptions: "Aannames in deze berekening",
    example: "Dit is voorbeelddata. Er is geen echte aanvraag.",
    check: "Wie deze bevestiging en de aanvraag heeft, kan controleren dat er niets is veranderd.",
    other: "Andere kosten",
    erased: "De tekst van de aanvraag is na de bewaartermijn gewist.",
  },
  en: {
    title: "Receipt",
    intro: "We received your application. Keep this receipt.",
    dossier: "Dossier number",
    call: "Call",
    organisation: "Applicant",
    project: "Project",
    received: "Received on",
    version: "Version",
    asked: "Grant asked for",
    costs: "Costs",
    workPackage: "Work package",
    kind: "Kind",
    amount: "Amount",
    arithmetic: "How the grant was computed",
    step: "Step",
    source: "Article",
    most: "This is the most by the rules. The decision tells how much you get.",
    assumptions: "Assumptions in this computation",
    example: "This is example data. There is no real application.",
    check: "Whoever has this receipt and the application can check that nothing was changed.",
    other: "Other costs",
    erased: "The text of the application was erased after the retention period.",
  },
} as const;

function moment(at: Date, language: "nl" | "en"): string {
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", {
    dateStyle: "long",
    timeStyle: "medium",
    timeZone: "Europe/Amsterdam",
  }).format(at);
}

function costsBlock(document: ApplicationDocument, language: "nl" | "en"): readonly Block[] {
  const words = WORDS[language];
  const lines = (document.costs ?? []).filter(({ cents }) => (cents ?? 0) > 0);
  if (lines.length === 0) return [];
  const sum = lines.reduce((total, { cents }) => total + cents!, 0);
  return [
    {
      kind: "table",
      caption: words.costs,
      columns: [{ title: words.workPackage }, { title: words.kind }, { title: words.amount, align: "end" }],
      rows: [
        ...lines.map(({ workPackage, category, cents }) => {
          const wp = (document.workPackages ?? []).find(({ id }) => id === workPackage);
          const kind = COST_CATEGORIES.find(({ id }) => id === category);
          return { cells: [wp?.title ?? "", kind?.title[language] ?? words.other, euro(cents!)[language]] };
        }),
        { cells: ["", "", euro(sum)[language]], total: true },
      ],
    },
  ];
}

function workBlock(document: ApplicationDocument, language: "nl" | "en"): readonly Block[] {
  const packages = document.workPackages ?? [];
  if (packages.length === 0) return [];
  return [
    {
      kind: "list",
      items: packages.map(({ title, category }) => {
        const kind = WORK_CATEGORIES.find(({ id }) => id === category);
        return `${title ?? ""}: ${kind?.title[language] ?? ""}`;
      }),
    },
  ];
}

function arithmetic(aid: ApplicationAid, language: "nl" | "en"): readonly Block[] {
  const words = WORDS[language];
  if (aid.state !== "grant")
    return aid.text === null ? [] : [{ kind: "paragraph", text: aid.text[language] }];
  return [
    { kind: "heading", level: 2, text: words.arithmetic },
    { kind: "paragraph", text: words.most },
    ...(aid.rules === null ? [] : [{ kind: "paragraph", text: aid.rules[language] } as const]),
    {
      kind: "table",
      caption: words.arithmetic,
      columns: [{ title: words.step }, { title: words.source }],
      rows: aid.lines.map(({ text, article, step }) => ({
        cells: [text[language], article ?? ""],
        total: step === "total",
      })),
    },
    ...(aid.findings.length === 0
      ? []
      : [{ kind: "list", items: aid.findings.map(({ text }) => text[language]) } as const]),
    ...(aid.assumptions.length === 0
      ? []
      : ([
          { kind: "heading", level: 3, text: words.assumptions },
          { kind: "list", items: aid.assumptions.map(({ text }) => text[language]) },
        ] as const)),
  ];
}

/** The receipt of one submitted version. */
export function receiptDocument(input: ReceiptInput): PrintDocument {
  const { language, document, receivedAt } = input;
  const words = WORDS[language];
  const asked = Object.values(document?.requested ?? {}).reduce<number>(
    (sum, cents) => sum + (cents ?? 0),
    0,
  );
  return {
    language,
    title: `${words.title} ${input.dossier}`,
    sender: input.sender,
    made: receivedAt.toISOString(),
    reference: input.dossier,
    blocks: [
      ...(input.example ? [{ kind: "note", text: words.example } as const] : []),
      { kind: "paragraph", text: words.intro },
      {
        kind: "facts",
        items: [
          { term: words.dossier, value: input.dossier },
          { term: words.call, value: input.callTitle },
          ...(document === null
            ? []
            : [
                { term: words.organisation, value: document.lead.name },
                { term: words.project, value: document.title ?? "" },
                { term: words.asked, value: euro(asked)[language] },
              ]),
          { term: words.received, value: moment(receivedAt, language) },
          { term: words.version, value: String(input.version) },
        ],
      },
      ...(document === null
        ? [{ kind: "paragraph", text: words.erased } as const]
        : [
            ...workBlock(document, language),
            ...costsBlock(document, language),
            ...arithmetic(input.aid, language),
          ]),
      {
        kind: "verify",
        text: words.check,
        href: `${input.origin}/${language}/ledger?subject=${input.applicationId}`,
        hash: input.hash,
      },
    ],
  };
}
