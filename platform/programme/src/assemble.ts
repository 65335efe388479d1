/** Makes one programme of the files that have passed every check. */
import type * as z from "zod";
import { exactNumbers } from "./read/exact-numbers.js";
import type { fundFile } from "./schema/fund.js";
import type { pointFile } from "./schema/point.js";
import type { programmeFile } from "./schema/programme.js";
import type {
  Call,
  CallProcedure,
  Clause,
  Envelope,
  FundDefinition,
  Point,
  Programme,
  Target,
} from "./vocabulary.js";

/** A valid `programme.yaml`. */
export type ProgrammeFile = z.output<typeof programmeFile>;
/** A valid `points/*.yaml`. */
export type PointFile = z.output<typeof pointFile>;
/** A valid `funds/*.yaml`. */
export type FundFile = z.output<typeof fundFile>;

type ClauseFile = PointFile["clauses"][number];
type EnvelopeFile = NonNullable<ClauseFile["envelopes"]>[number];
type TargetFile = NonNullable<ClauseFile["targets"]>[number];

const envelope = (file: EnvelopeFile): Envelope => ({
  ...file,
  reserve: file.reserve ?? 0,
  assumptions: file.assumptions ?? [],
});

const target = (file: TargetFile): Target => ({ ...file, measured: { state: "not-yet-measured" } });

const clause = (file: ClauseFile, point: string): Clause => ({
  id: file.id,
  point,
  title: file.title,
  text: file.text,
  planned: file.planned ?? false,
  instruments: file.instruments ?? [],
  envelopes: (file.envelopes ?? []).map(envelope),
  targets: (file.targets ?? []).map(target),
  figures: file.figures ?? [],
});

const byOpening = (a: Call, b: Call): number => (a.opens.instant < b.opens.instant ? -1 : 1);

/** The entries of `all` that `ids` names, in the programme's order; all of them without `ids`. */
function chosen<T extends { readonly id: string }>(
  all: readonly T[],
  ids: readonly string[] | undefined,
): T[] {
  return all.filter((entry) => ids === undefined || ids.includes(entry.id));
}

const fund = (file: FundFile, programme: ProgrammeFile): FundDefinition => ({
  ...file,
  regions: chosen(programme.regions, file.regions),
  sizes: chosen(programme.sizes, file.sizes),
  several: file.several ?? [],
  limits: file.limits ?? [],
  // What is inside a procedure was checked where all of the call was known.
  calls: file.calls
    .map(
      ({ procedure, ...call }): Call => ({
        ...call,
        ...(procedure && { procedure: exactNumbers(procedure) as unknown as CallProcedure }),
      }),
    )
    .sort(byOpening),
  assumptions: file.assumptions ?? [],
});

/** The programme that the files describe. Every id they refer to exists. */
export function assemble(
  programme: ProgrammeFile,
  points: readonly PointFile[],
  funds: readonly FundFile[],
): Programme {
  const order = (point: PointFile): number => programme.points.indexOf(point.id);
  return {
    ...programme,
    points: [...points]
      .sort((a, b) => order(a) - order(b))
      .map((file): Point => ({ ...file, clauses: file.clauses.map((each) => clause(each, file.id)) })),
    funds: [...funds].sort((a, b) => (a.id < b.id ? -1 : 1)).map((file) => fund(file, programme)),
  };
}
