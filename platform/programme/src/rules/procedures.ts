/** The procedure of a call is a call's: its form can be shown, its expressions can be read, its weights add up. */
import { CALL_FORMAT, type CallDefinition, type CallError, readCall } from "@voorsprong/call-form";
import type { FundFile } from "../assemble.js";
import { didYouMean } from "../did-you-mean.js";
import type { Problem } from "../problem.js";
import type { PartDocument, Path } from "../read/document.js";
import { exactNumbers } from "../read/exact-numbers.js";
import type { CallFromFund, CallProcedure } from "../vocabulary.js";
import { entries, type Part, type Parts, quoted } from "./parts.js";

/** The fields of a procedure. */
const FIELDS = {
  summary: true,
  legalBasis: true,
  form: true,
  eligibility: true,
  criteria: true,
  threshold: true,
  review: true,
  aid: true,
  grant: true,
  decisionWeeks: true,
  retention: true,
  assumptions: true,
} as const satisfies Record<keyof CallProcedure, true>;

const NONE = { nl: "-", en: "-" };

/** The rest of a call, without a fault of its own: what is wrong with it is told by other rules. */
function around({ value }: Part<FundFile>): Pick<CallDefinition, CallFromFund> {
  const rule = value.rule ?? "ranking";
  return {
    format: CALL_FORMAT,
    id: "call",
    fund: "fund",
    title: NONE,
    opens: "2000-01-01T00:00:00Z",
    closes: "2000-01-02T00:00:00Z",
    budgets: [{ id: "budget", amount: 0 }],
    rule,
    misfit: "skip",
    limits: [],
    tieBreak: { method: "lot", seed: rule === "lottery" ? "drawn-by-ledger" : "published-before-opening" },
    objectionWeeks: 6,
  };
}

/** A pointer as a path in the file: positions in lists are numbers. */
function pathOf(value: unknown, pointer: string): Path {
  const steps: (string | number)[] = [];
  let current = value;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replace(/~1/g, "/").replace(/~0/g, "~");
    const step = Array.isArray(current) ? Number(key) : key;
    steps.push(step);
    current =
      typeof current === "object" && current !== null ? (current as Record<string, unknown>)[key] : undefined;
  }
  return steps;
}

function problemOf(document: PartDocument, path: Path, procedure: unknown, error: CallError): Problem {
  const inside = pathOf(procedure, error.pointer);
  const full = [...path, ...inside];
  const at =
    error.range !== undefined
      ? document.atCharacter(full, error.range.start)
      : error.code === "unknown"
        ? document.atKey(full)
        : document.at(full);
  const name = inside.map((step, index) =>
    typeof step === "number" ? `[${step + 1}]` : index === 0 ? step : `.${step}`,
  );
  return {
    file: document.file,
    ...at,
    message: `\`${name.join("")}\`: ${error.text.en.replace(/\.$/, "")}`,
    expected:
      error.range === undefined
        ? "what docs/formats/call.md describes"
        : "an expression as docs/formats/call.md describes",
  };
}

function proceduresOf(part: Part<FundFile>): Problem[] {
  const { document, value } = part;
  return entries(document, ["calls"], value.calls).flatMap(({ path, value: call }) => {
    const { procedure } = call;
    if (procedure === undefined) return [];
    const here = [...path, "procedure"];
    const known = Object.keys(FIELDS);
    const unknown = Object.keys(procedure).filter((key) => !known.includes(key));
    if (unknown.length > 0)
      return unknown.map((key) => ({
        file: document.file,
        ...document.atKey([...here, key]),
        message: `\`procedure\` has an unknown field \`${key}\`${didYouMean(key, known)}`,
        expected: `one of ${quoted(known)}`,
      }));
    const read = readCall({ ...around(part), ...(exactNumbers(procedure) as object) });
    return read.ok ? [] : read.errors.map((error) => problemOf(document, here, procedure, error));
  });
}

/** The procedures of every fund's calls can be held. */
export function checkProcedures(parts: Parts): Problem[] {
  return parts.funds.flatMap(proceduresOf);
}
