/** What an applicant had better look at before handing in, and an officer after. None of it stops anybody. */
import type { CallDefinition } from "@voorsprong/call-form";
import { type ApplicationGrant, euro } from "@voorsprong/state-aid";
import type { Localised } from "../../kernel/views.js";
import { type ApplicationDocument, requestedOf } from "./document.js";

/** One thing to look at. */
export interface ApplicationWarning {
  readonly code:
    | "requested-above-grant"
    | "requested-above-maximum"
    | "requested-below-minimum"
    | "costs-outside-period";
  readonly text: Localised;
}

/** Cost lines in years in which the project does not run. */
function outsidePeriod({ costs, project }: ApplicationDocument): readonly ApplicationWarning[] {
  const [first, last] = [project?.start?.slice(0, 4), project?.end?.slice(0, 4)];
  if (!first || !last) return [];
  const lines = (costs ?? []).filter(
    ({ cents, year }) =>
      (cents ?? 0) > 0 && typeof year === "number" && (year < Number(first) || year > Number(last)),
  );
  if (lines.length === 0) return [];
  const years = [...new Set(lines.map(({ year }) => year))].sort().join(", ");
  const sum = euro(lines.reduce((total, { cents }) => total + (cents ?? 0), 0));
  return [
    {
      code: "costs-outside-period",
      text: {
        nl: `${sum.nl} aan kosten staat in ${years}, maar het project loopt van ${first} tot en met ${last}.`,
        en: `${sum.en} of costs stands in ${years}, but the project runs from ${first} up to ${last}.`,
      },
    },
  ];
}

/** The warnings of an application under its call. */
export function warningsOf(
  { grant: { minimum, maximum } }: CallDefinition,
  document: ApplicationDocument,
  grant: ApplicationGrant,
): readonly ApplicationWarning[] {
  const requested = requestedOf(document);
  const asked = euro(requested);
  const most = grant.state === "grant" ? grant.grant.grant : null;
  const all: ApplicationWarning[] = [];
  if (most !== null && requested > most)
    all.push({
      code: "requested-above-grant",
      text: {
        nl: `Gevraagd is ${asked.nl}; berekend is ten hoogste ${euro(most).nl}.`,
        en: `${asked.en} is asked; at most ${euro(most).en} was computed.`,
      },
    });
  if (maximum !== undefined && requested > maximum)
    all.push({
      code: "requested-above-maximum",
      text: {
        nl: `Gevraagd is ${asked.nl}; de openstelling geeft ten hoogste ${euro(maximum).nl} per aanvraag.`,
        en: `${asked.en} is asked; the call gives at most ${euro(maximum).en} per application.`,
      },
    });
  if (minimum !== undefined && requested > 0 && requested < minimum)
    all.push({
      code: "requested-below-minimum",
      text: {
        nl: `Gevraagd is ${asked.nl}; de openstelling geeft niets onder ${euro(minimum).nl}.`,
        en: `${asked.en} is asked; the call gives nothing below ${euro(minimum).en}.`,
      },
    });
  return [...all, ...outsidePeriod(document)];
}
