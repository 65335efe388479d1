/** Ids that are used twice, and files that are not called what they hold. */
import type { Problem } from "../problem.js";
import type { PartDocument, Path } from "../read/document.js";
import { clausesOf, entries, envelopesOf, type Found, type Parts, problemAt } from "./parts.js";

/** Something with an id at a place. */
type Entry = Found<{ readonly id?: string | undefined }>;

/** A problem for each entry whose id an earlier one has. */
function repeated(what: string, list: readonly Entry[]): Problem[] {
  const first = new Map<string, Entry>();
  return list.flatMap((entry) => {
    const { id } = entry.value;
    if (id === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, entry);
      return [];
    }
    const { line } = earlier.document.at([...earlier.path, "id"]);
    const message = `the ${what} \`${id}\` is there already (${earlier.document.file}:${line})`;
    return [problemAt({ ...entry, path: [...entry.path, "id"] }, message, "an id that is used once")];
  });
}

/** A problem for each value of a plain list that was named before in it. */
function repeatedValue(
  document: PartDocument,
  path: Path,
  list: readonly (string | undefined)[] | undefined,
): Problem[] {
  const seen = new Set<string>();
  return entries(document, path, list).flatMap((found) => {
    if (!seen.has(found.value)) {
      seen.add(found.value);
      return [];
    }
    return [problemAt(found, `\`${found.value}\` is named twice in this list`, "each value once")];
  });
}

/** Files whose name is not the id they hold: then nobody finds a definition by its id. */
function wrongNames(parts: Parts): Problem[] {
  return [...parts.points, ...parts.funds].flatMap(({ document, name, value }) =>
    value.id === undefined || value.id === name
      ? []
      : [
          problemAt(
            { document, path: ["id"] },
            `the file is called \`${name}\` and its id is \`${value.id}\``,
            `\`${name}\`, or a file called \`${value.id}.yaml\``,
          ),
        ],
  );
}

function inProgramme({ programme }: Parts): Problem[] {
  if (programme === null) return [];
  const { document, value } = programme;
  const regions = entries(document, ["regions"], value.regions);
  const codes = regions.flatMap((found, index, all) => {
    const { code } = found.value;
    if (code === undefined || all.findIndex((other) => other.value.code === code) === index) return [];
    const place = { document, path: [...found.path, "code"] };
    return [problemAt(place, `another region has the code \`${code}\` as well`, "the code of this region")];
  });
  return [
    ...repeated("source", entries(document, ["sources"], value.sources)),
    ...repeated("region", regions),
    ...codes,
    ...repeated("size class", entries(document, ["sizes"], value.sizes)),
    ...repeated("figure", entries(document, ["coalition", "figures"], value.coalition?.figures)),
    ...repeatedValue(document, ["points"], value.points),
  ];
}

function inClauses(parts: Parts): Problem[] {
  const clauses = clausesOf(parts);
  const targets = clauses.flatMap(({ document, path, value }) =>
    entries(document, [...path, "targets"], value.targets),
  );
  return [
    ...repeated("clause", clauses),
    ...repeated("envelope", envelopesOf(parts)),
    ...repeated("target", targets),
    ...clauses.flatMap(({ document, path, value }) => [
      ...repeated("figure", entries(document, [...path, "figures"], value.figures)),
      ...repeated("instrument", entries(document, [...path, "instruments"], value.instruments)),
    ]),
  ];
}

function inFunds(parts: Parts): Problem[] {
  const calls = parts.funds.flatMap(({ document, value }) => entries(document, ["calls"], value.calls));
  return [
    ...repeated("call", calls),
    ...calls.flatMap(({ document, path, value }) =>
      repeatedValue(document, [...path, "budgets"], value.budgets),
    ),
    ...parts.funds.flatMap(({ document, value }) => [
      ...repeated("budget", entries(document, ["budgets"], value.budgets)),
      ...repeated("theme", entries(document, ["themes"], value.themes)),
      ...repeatedValue(document, ["regions"], value.regions),
      ...repeatedValue(document, ["sizes"], value.sizes),
      ...repeatedValue(document, ["several"], value.several),
    ]),
  ];
}

/** Ids are unique, and a file is called by its id. */
export function checkIds(parts: Parts): Problem[] {
  return [...wrongNames(parts), ...inProgramme(parts), ...inClauses(parts), ...inFunds(parts)];
}
