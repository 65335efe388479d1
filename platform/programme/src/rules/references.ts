/** References between the parts of a programme. */
import { didYouMean } from "../did-you-mean.js";
import type { Problem } from "../problem.js";
import type { PartDocument, Path } from "../read/document.js";
import { broken } from "../read/lenient.js";
import {
  clausesOf,
  entries,
  envelopesOf,
  type Found,
  idsOf,
  type Parts,
  problemAt,
  quoted,
} from "./parts.js";

/** A problem when `value` is not among `known`; nothing where either is unknown. */
function unknown(
  place: { document: PartDocument; path: Path },
  what: string,
  value: string | undefined,
  known: readonly string[] | null,
  whose = "there is",
): Problem[] {
  if (value === undefined || known === null || known.includes(value)) return [];
  const message = `${whose} no ${what} \`${value}\`${didYouMean(value, known)}`;
  const expected = known.length === 0 ? `a ${what} that exists; there are none` : `one of ${quoted(known)}`;
  return [problemAt(place, message, expected)];
}

/** Points of `programme.yaml` and files in `points/` name each other. */
function pointsAndFiles({ programme, points, unread }: Parts): Problem[] {
  if (programme === null) return [];
  const files = [...points.map((point) => point.name), ...unread.point];
  const listed = programme.value.points;
  const missing = entries(programme.document, ["points"], listed).flatMap((found) =>
    unknown(found, "file in `points/` for the point", found.value, files),
  );
  if (listed === undefined || listed.includes(undefined)) return missing;
  const unlisted = points.filter((point) => !listed.includes(point.name));
  return [
    ...missing,
    ...unlisted.map(({ document, name }) =>
      problemAt(
        { document, path: ["id"] },
        `programme.yaml does not list the point \`${name}\``,
        "its id in `points` of programme.yaml, or no such file",
      ),
    ),
  ];
}

/** Every `source` names a source of `programme.yaml`. */
function sources(parts: Parts): Problem[] {
  const known = idsOf(parts.programme?.value.sources);
  type Sourced = Found<{ readonly source?: string | undefined }>;
  const coalition: Sourced[] =
    parts.programme === null
      ? []
      : entries(parts.programme.document, ["coalition", "figures"], parts.programme.value.coalition?.figures);
  const ofClauses = clausesOf(parts).flatMap(({ document, path, value }): Sourced[] => [
    ...entries(document, [...path, "figures"], value.figures),
    ...entries(document, [...path, "targets"], value.targets),
    ...entries(document, [...path, "envelopes"], value.envelopes),
  ]);
  return [...coalition, ...ofClauses].flatMap((found) =>
    unknown({ ...found, path: [...found.path, "source"] }, "source", found.value.source, known),
  );
}

/** A clause's id begins with its point, and its instruments exist and carry out this clause. */
function clauses(parts: Parts): Problem[] {
  const known = [...parts.funds.map((fund) => fund.name), ...parts.unread.fund];
  return parts.points.flatMap((point) =>
    entries(point.document, ["clauses"], point.value.clauses).flatMap(({ document, path, value }) => {
      const problems: Problem[] = [];
      if (
        value.id !== undefined &&
        point.value.id !== undefined &&
        !value.id.startsWith(`${point.value.id}.`)
      ) {
        const message = `the clause \`${value.id}\` stands in the point \`${point.value.id}\``;
        problems.push(
          problemAt(
            { document, path: [...path, "id"] },
            message,
            `an id that begins with \`${point.value.id}.\``,
          ),
        );
      }
      for (const ref of entries(document, [...path, "instruments"], value.instruments)) {
        if (ref.value.kind === undefined) continue;
        const place = { document, path: [...ref.path, "id"] };
        problems.push(...unknown(place, "fund", ref.value.id, known));
        const carried = parts.funds.find((fund) => fund.name === ref.value.id)?.value.clause;
        if (carried !== undefined && value.id !== undefined && carried !== value.id) {
          const message = `the fund \`${ref.value.id}\` carries out the clause \`${carried}\``;
          problems.push(problemAt(place, message, `a fund whose \`clause\` is \`${value.id}\``));
        }
      }
      return problems;
    }),
  );
}

/** A fund's clause exists and names the fund; its envelope is one of that clause. */
function funds(parts: Parts): Problem[] {
  const all = clausesOf(parts);
  const complete = parts.unread.point.length === 0;
  const ids =
    complete &&
    parts.points.every(({ value }) => value.clauses !== undefined && !value.clauses.includes(undefined))
      ? idsOf(all.map((found) => found.value))
      : null;
  return parts.funds.flatMap(({ document, name, value }) => {
    const problems = unknown({ document, path: ["clause"] }, "clause", value.clause, ids);
    const clause = all.find(
      (found) => found.value.id !== undefined && found.value.id === value.clause,
    )?.value;
    if (clause === undefined) return problems;
    const named = (clause.instruments ?? []).some((ref) => ref?.id === name);
    const certain = !broken(clause, "instruments") && idsOf(clause.instruments ?? []) !== null;
    if (!named && certain) {
      const message = `the clause \`${clause.id}\` does not name the fund \`${name}\``;
      problems.push(
        problemAt(
          { document, path: ["clause"] },
          message,
          `\`{ kind: fund, id: ${name} }\` among its instruments`,
        ),
      );
    }
    const own = broken(clause, "envelopes") ? null : idsOf(clause.envelopes ?? []);
    const elsewhere = envelopesOf(parts).find(
      (found) => found.value.id === value.envelope && found.clause !== clause,
    );
    if (
      elsewhere !== undefined &&
      own !== null &&
      value.envelope !== undefined &&
      !own.includes(value.envelope)
    ) {
      const message = `the envelope \`${value.envelope}\` belongs to the clause \`${elsewhere.clause.id}\``;
      const expected =
        own.length === 0 ? `an envelope of the clause \`${clause.id}\`` : `one of ${quoted(own)}`;
      problems.push(problemAt({ document, path: ["envelope"] }, message, expected));
    } else {
      problems.push(...unknown({ document, path: ["envelope"] }, "envelope", value.envelope, own));
    }
    return problems;
  });
}

/** What limits, calls and lists inside a fund refer to. */
function insideFunds(parts: Parts): Problem[] {
  const regions = idsOf(parts.programme?.value.regions);
  const sizes = idsOf(parts.programme?.value.sizes);
  return parts.funds.flatMap(({ document, value }) => {
    const budgets = idsOf(value.budgets);
    const listed = (
      list: readonly (string | undefined)[] | undefined,
      all: string[] | null,
      isBroken: boolean,
    ) => {
      if (isBroken || list?.includes(undefined)) return null;
      return list === undefined ? all : (list as readonly string[]);
    };
    const known = {
      theme: idsOf(value.themes),
      region: listed(value.regions, regions, broken(value, "regions")),
      size: listed(value.sizes, sizes, broken(value, "sizes")),
    };
    const what = { theme: "theme", region: "region", size: "size class" };
    return [
      ...entries(document, ["regions"], value.regions).flatMap((found) =>
        unknown(found, "region", found.value, regions),
      ),
      ...entries(document, ["sizes"], value.sizes).flatMap((found) =>
        unknown(found, "size class", found.value, sizes),
      ),
      ...entries(document, ["limits"], value.limits).flatMap(({ path, value: limit }) => [
        ...(limit.tag === undefined
          ? []
          : unknown(
              { document, path: [...path, "value"] },
              what[limit.tag],
              limit.value,
              known[limit.tag],
              "this fund has",
            )),
        ...(limit.kind === "share" || limit.kind === "amount"
          ? unknown({ document, path: [...path, "budget"] }, "budget", limit.budget, budgets, "this fund has")
          : []),
      ]),
      ...entries(document, ["calls"], value.calls).flatMap(({ path, value: call }) =>
        entries(document, [...path, "budgets"], call.budgets).flatMap((found) =>
          unknown(found, "budget", found.value, budgets, "this fund has"),
        ),
      ),
    ];
  });
}

/** Every reference leads to something that exists and that agrees. */
export function checkReferences(parts: Parts): Problem[] {
  return [
    ...pointsAndFiles(parts),
    ...sources(parts),
    ...clauses(parts),
    ...funds(parts),
    ...insideFunds(parts),
  ];
}
