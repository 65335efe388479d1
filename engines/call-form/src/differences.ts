/** What is different between two versions of a call, structured and in words, for an amendment. */
import type { CallDefinition, CallPart } from "./definition/call-definition.js";
import type { Localised } from "./definition/localised.js";
import { type Entry, entriesOf } from "./difference-entries.js";

/** One difference. */
export interface Difference {
  /** Where, by ids and not by place in a list: `criteria/novelty/weight`. */
  readonly path: string;
  /** The part of the call it belongs to. */
  readonly part: CallPart | "title";
  readonly kind: "added" | "removed" | "changed";
  /** What it is called. */
  readonly subject: Localised;
  /** In words; null where there was or is nothing. */
  readonly before: Localised | null;
  readonly after: Localised | null;
  /** The whole difference in a sentence. */
  readonly text: Localised;
}

const say = (each: (language: keyof Localised) => string): Localised => ({ nl: each("nl"), en: each("en") });

function sentence(
  kind: Difference["kind"],
  subject: Localised,
  before: Localised | null,
  after: Localised | null,
): Localised {
  switch (kind) {
    case "added":
      return { nl: `Nieuw: ${subject.nl}: ${after?.nl}.`, en: `New: ${subject.en}: ${after?.en}.` };
    case "removed":
      return { nl: `Vervallen: ${subject.nl}: ${before?.nl}.`, en: `Removed: ${subject.en}: ${before?.en}.` };
    default:
      return {
        nl: `${subject.nl}: was ${before?.nl}, wordt ${after?.nl}.`,
        en: `${subject.en}: was ${before?.en}, becomes ${after?.en}.`,
      };
  }
}

function differenceOf(path: string, before: Entry | undefined, after: Entry | undefined): Difference {
  const known = (after ?? before) as Entry;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  const [was, is] = [before?.words ?? null, after?.words ?? null];
  return {
    path,
    part: known.part,
    kind,
    subject: known.subject,
    before: was,
    after: is,
    text: say((language) => sentence(kind, known.subject, was, is)[language]),
  };
}

/** A thing that is new or gone is told once, and not once more for everything inside it. */
function isInside(path: string, told: ReadonlySet<string>): boolean {
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1))
    if (told.has(path.slice(0, slash))) return true;
  return false;
}

/** The differences between two versions of a call, in the order of the call. Empty exactly when they are the same. */
export function differencesBetween(before: CallDefinition, after: CallDefinition): readonly Difference[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const told = new Set<string>();
  const differences: Difference[] = [];
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(path), now.get(path)];
    if (was !== undefined && is !== undefined && was.value === is.value) continue;
    if (isInside(path, told)) continue;
    if (was === undefined || is === undefined) told.add(path);
    differences.push(differenceOf(path, was, is));
  }
  return differences;
}
