/** What an application still lacks before it can be submitted, beside the answers to the form's questions. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import { type AidStatements, COST_CATEGORIES, ownershipGap, workCategoriesOf } from "@voorsprong/state-aid";
import type { Localised } from "../../kernel/views.js";
import type { ApplicationDocument } from "./document.js";

/** One thing that is missing or wrong, at its place in the document. */
export interface MissingPart {
  /** JSON Pointer (RFC 6901) in the document. */
  readonly pointer: string;
  readonly code: "missing" | "unusable" | "unconfirmed";
  readonly text: Localised;
}

/** What is known of a partner beside the document. */
export interface PartnerState {
  readonly partner: string;
  readonly state: "invited" | "confirmed" | "declined";
}

const said = (nl: string, en: string): Localised => ({ nl, en });
const missing = (pointer: string, text: Localised): MissingPart => ({ pointer, code: "missing", text });
const unusable = (pointer: string, text: Localised): MissingPart => ({ pointer, code: "unusable", text });
const isBlank = (text: string | null | undefined) => (text ?? "").trim() === "";

function header(document: ApplicationDocument): readonly MissingPart[] {
  const { title, summary, contact, project } = document;
  const [start, end] = [project?.start ?? "", project?.end ?? ""];
  return [
    ...(isBlank(title)
      ? [missing("/title", said("Geef het project een titel.", "Give the project a title."))]
      : []),
    ...(isBlank(summary)
      ? [missing("/summary", said("Vat het project kort samen.", "Summarise the project."))]
      : []),
    ...(isBlank(contact?.name)
      ? [missing("/contact/name", said("Vul een contactpersoon in.", "Fill in a contact person."))]
      : []),
    ...(/^[^\s@]+@[^\s@]+$/.test(contact?.email ?? "")
      ? []
      : [
          missing(
            "/contact/email",
            said(
              "Vul een e-mailadres van de contactpersoon in.",
              "Fill in an e-mail address of the contact person.",
            ),
          ),
        ]),
    ...(isBlank(project?.theme)
      ? [missing("/project/theme", said("Kies een thema.", "Choose a theme."))]
      : []),
    ...(isBlank(project?.region)
      ? [missing("/project/region", said("Kies een regio.", "Choose a region."))]
      : []),
    ...(start === ""
      ? [
          missing(
            "/project/start",
            said("Vul de eerste dag van het project in.", "Fill in the project's first day."),
          ),
        ]
      : []),
    ...(end === ""
      ? [
          missing(
            "/project/end",
            said("Vul de laatste dag van het project in.", "Fill in the project's last day."),
          ),
        ]
      : []),
    ...(start !== "" && end !== "" && end < start
      ? [
          unusable(
            "/project/end",
            said("De laatste dag ligt voor de eerste dag.", "The last day lies before the first day."),
          ),
        ]
      : []),
  ];
}

function workPackages(call: CallDefinition, document: ApplicationDocument): readonly MissingPart[] {
  const all = document.workPackages ?? [];
  const offered = new Set(workCategoriesOf(call.aid.basis).map(({ id }) => id));
  if (all.length === 0)
    return [missing("/workPackages", said("Voeg een werkpakket toe.", "Add a work package."))];
  const single = call.aid.choice === "application" && new Set(all.map(({ category }) => category)).size > 1;
  return [
    ...all.flatMap((each, at) => [
      ...(isBlank(each.title)
        ? [
            missing(
              `/workPackages/${at}/title`,
              said("Geef het werkpakket een titel.", "Give the work package a title."),
            ),
          ]
        : []),
      ...(offered.has(each.category ?? "")
        ? []
        : [
            missing(
              `/workPackages/${at}/category`,
              said(
                "Kies een soort werk waarvoor deze oproep geld geeft.",
                "Choose a kind of work that this call gives money for.",
              ),
            ),
          ]),
      ...(isBlank(each.reason)
        ? [
            missing(
              `/workPackages/${at}/reason`,
              said("Leg uit waarom dit werk in deze soort valt.", "Explain why this work is of this kind."),
            ),
          ]
        : []),
    ]),
    ...(single
      ? [
          unusable(
            "/workPackages",
            said(
              "Deze oproep vraagt één soort werk voor de hele aanvraag.",
              "This call asks for one kind of work for the whole application.",
            ),
          ),
        ]
      : []),
  ];
}

function costs(document: ApplicationDocument): readonly MissingPart[] {
  const all = document.costs ?? [];
  const packages = new Set((document.workPackages ?? []).map(({ id }) => id));
  const partners = new Set((document.partners ?? []).map(({ id }) => id));
  const categories = new Set<string>(COST_CATEGORIES.map(({ id }) => id));
  if (!all.some(({ cents }) => (cents ?? 0) > 0))
    return [missing("/costs", said("Vul kosten in.", "Fill in costs."))];
  return all.flatMap((line, at) => {
    if (!line.cents) return [];
    const whole =
      packages.has(line.workPackage ?? "") &&
      (!line.partner || partners.has(line.partner)) &&
      categories.has(line.category ?? "") &&
      typeof line.year === "number";
    return whole
      ? []
      : [
          missing(
            `/costs/${at}`,
            said(
              `Kostenregel ${at + 1}: kies werkpakket, partner, jaar en soort kosten.`,
              `Cost line ${at + 1}: choose work package, partner, year and kind of costs.`,
            ),
          ),
        ];
  });
}

function money(call: CallDefinition, document: ApplicationDocument): readonly MissingPart[] {
  const budgets = new Set(call.budgets.map(({ id }) => id));
  const asked = Object.entries(document.requested ?? {}).filter(([, cents]) => (cents ?? 0) > 0);
  if (asked.length === 0)
    return [
      missing("/requested", said("Vul in hoeveel subsidie u vraagt.", "Fill in the grant you ask for.")),
    ];
  return asked
    .filter(([budget]) => !budgets.has(budget))
    .map(([budget]) =>
      unusable(
        `/requested/${budget}`,
        said(`Deze oproep heeft geen budget ${budget}.`, `This call has no budget ${budget}.`),
      ),
    );
}

function partners(document: ApplicationDocument, states: readonly PartnerState[]): readonly MissingPart[] {
  return (document.partners ?? []).flatMap((partner, at): MissingPart[] => {
    const name = partner.name || partner.id;
    if (isBlank(partner.name))
      return [
        missing(
          `/partners/${at}/name`,
          said("Vul de naam van de partner in.", "Fill in the partner's name."),
        ),
      ];
    const state = states.find((each) => each.partner === partner.id)?.state ?? "invited";
    if (state === "confirmed") return [];
    const text =
      state === "declined"
        ? said(
            `${name} heeft het eigen deel afgewezen. Pas het aan en vraag opnieuw om bevestiging, of haal de partner weg.`,
            `${name} declined its part. Change it and ask again, or take the partner out.`,
          )
        : said(`${name} heeft het eigen deel nog niet bevestigd.`, `${name} has not confirmed its part yet.`);
    return [{ pointer: `/partners/${at}`, code: "unconfirmed", text }];
  });
}

/** Figures for the size that were begun and cannot be used: they would be handed in without counting. */
function sizes(document: ApplicationDocument): readonly MissingPart[] {
  const parties = [{ ...document.lead, id: "lead" }, ...(document.partners ?? [])];
  return parties.flatMap(({ id, name }) => {
    const { ownership } = (document.aid as AidStatements | undefined)?.parties?.[id] ?? {};
    const gap = ownership ? ownershipGap(ownership, name || id) : null;
    return gap === null ? [] : [unusable(`/aid/parties/${id}/ownership`, gap)];
  });
}

/** The lists of a fund that its rounds count by. */
export type FundLists = Pick<FundDefinition, "themes" | "regions" | "sizes">;

/** What was chosen outside the lists of the fund: its rounds could not count it. Nothing chosen is not outside. */
function outsideLists({ themes, regions, sizes }: FundLists, document: ApplicationDocument) {
  const { project, lead } = document;
  const chosen = [
    { pointer: "/project/theme", nl: "thema", en: "theme", value: project?.theme, list: themes },
    { pointer: "/project/region", nl: "regio", en: "region", value: project?.region, list: regions },
    { pointer: "/lead/size", nl: "grootte", en: "size", value: lead.size, list: sizes },
  ];
  return chosen
    .filter(({ value, list }) => !isBlank(value) && !list.some(({ id }) => id === value))
    .map(({ pointer, nl, en, value, list }) =>
      unusable(
        pointer,
        said(
          `Dit fonds kent geen ${nl} “${value}”. Kies uit: ${list.map(({ title }) => title.nl).join(", ")}.`,
          `This fund has no ${en} “${value}”. Choose one of: ${list.map(({ title }) => title.en).join(", ")}.`,
        ),
      ),
    );
}

/** Everything that keeps an application from being submitted, in the order of the pages on which it is written. */
export function missingParts(
  lists: FundLists,
  call: CallDefinition,
  document: ApplicationDocument,
  states: readonly PartnerState[],
): readonly MissingPart[] {
  return [
    ...header(document),
    ...outsideLists(lists, document),
    ...workPackages(call, document),
    ...partners(document, states),
    ...costs(document),
    ...sizes(document),
    ...money(call, document),
  ];
}
