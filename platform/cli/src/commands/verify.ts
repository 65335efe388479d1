/** `voorsprong verify FILE [--vipr FILE]`, `voorsprong verify --ledger LEDGER`, or both. */
import { CutTooLongError, type Decision, NotProvenError, viprOf } from "@voorsprong/allocation";
import { ExactJsonError, parseExact, type Reason, verifyDecision, verifyLedger } from "@voorsprong/verifier";
import { UnusableInput } from "../failure.js";
import { type Destination, destination, nameOf, readText } from "../files.js";
import { type Language, languageOf } from "../language.js";
import { print } from "../print.js";

/** Options as the command line gives them; `ledger` is true when the flag stands without a file of its own. */
export interface VerifyOptions {
  readonly ledger?: string | true;
  readonly vipr?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/** What both kinds of verdict become: one answer. */
interface Answer {
  readonly valid: boolean;
  readonly reasons: readonly Reason[];
  /** Fields of the JSON answer beside `valid`, `reasons` and `checks`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly headline: Readonly<Record<Language, string>>;
}

/**
 * Checks a decision, a ledger export, or a decision against a ledger; prints the answer. The proof of a valid decision
 * can be written in the format VIPR; on standard output it takes the place of the answer.
 *
 * @returns 0 when valid, 1 when not
 * @throws UnusableInput when a file is not JSON, or not a decision or ledger at all, or has no proof to write
 */
export async function verify(file: string | undefined, options: VerifyOptions): Promise<number> {
  const language = languageOf(options.lang);
  const [decisionFile, ledgerFile] = options.ledger === true ? [undefined, file] : [file, options.ledger];
  if (decisionFile === undefined && ledgerFile === undefined)
    throw new UnusableInput(
      "verify: give the file of a decision, or --ledger with the file of a ledger export",
    );
  if (options.vipr !== undefined && decisionFile === undefined)
    throw new UnusableInput("verify: --vipr writes the proof of a decision; give the file of one");
  if (options.vipr === "-" && options.json)
    throw new UnusableInput(
      "verify: --json and --vipr - would both write to standard output; give --vipr a file",
    );
  const write = options.vipr === undefined ? undefined : await destination(options.vipr);
  const decision = decisionFile === undefined ? undefined : await readDocument(decisionFile, "decision");
  const ledger = ledgerFile === undefined ? undefined : await readDocument(ledgerFile, "ledger");
  const answers: Answer[] = [];
  if (decision !== undefined) answers.push(decision.ambiguous ?? decisionAnswer(decision.value));
  if (ledger !== undefined)
    answers.push(
      ledger.ambiguous ??
        (await ledgerAnswer(ledger.value, decision === undefined ? {} : { decision: decision.value })),
    );
  if (write !== undefined && answers.every(({ valid }) => valid)) {
    await writeVipr(nameOf(decisionFile!), decision!.value as Decision, write);
    if (options.vipr === "-") return 0;
  }
  return answer(answers, options.json === true, language);
}

/** Writes the proof of a decision that has been checked. */
async function writeVipr(name: string, decision: Decision, write: Destination): Promise<void> {
  let proof: Iterable<string>;
  try {
    proof = viprOf(decision);
  } catch (error) {
    if (error instanceof NotProvenError || error instanceof CutTooLongError)
      throw new UnusableInput(`${name}: ${error.message}`);
    throw error;
  }
  await write(proof);
}

async function readDocument(
  path: string,
  kind: "decision" | "ledger",
): Promise<{ value: unknown; ambiguous?: Answer }> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnusableInput(`${nameOf(path)}${placeOf(text)}: is not JSON`);
  }
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format !== "string" || !format.startsWith(`voorsprong-${kind}/`))
    throw new UnusableInput(`${nameOf(path)}:1:1 is not a ${kind} (docs/formats/${kind}.md)`);
  try {
    return { value: parseExact(text) };
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    return { value, ambiguous: ambiguity(error) };
  }
}

function placeOf(text: string): string {
  try {
    parseExact(text);
    return "";
  } catch (error) {
    return error instanceof ExactJsonError ? `:${error.line}:${error.column}` : "";
  }
}

/** A text with two meanings is not valid, whatever one of its meanings says. */
function ambiguity(error: ExactJsonError): Answer {
  const at = (text: string) => `${error.line}:${error.column} ${text}`;
  return {
    valid: false,
    reasons: [{ check: "text", ok: false, message: { nl: at(error.text.nl), en: at(error.text.en) } }],
    fields: { level: null, objective: null, bound: null },
    headline: { nl: "NIET GELDIG.", en: "NOT VALID." },
  };
}

function decisionAnswer(document: unknown): Answer {
  const { valid, level, objective, bound, scoreScale, hash, reasons } = verifyDecision(document);
  const points = (value: number | null) => (value === null ? null : value / (scoreScale ?? 1));
  const gap = objective === null || bound === null ? null : points(bound - objective);
  return {
    valid,
    reasons,
    fields: { level, objective: points(objective), bound: points(bound), hash },
    headline: valid
      ? {
          nl: `GELDIG. ${levelText.nl(level, gap, objective === null)}`,
          en: `VALID. ${levelText.en(level, gap, objective === null)}`,
        }
      : { nl: "NIET GELDIG.", en: "NOT VALID." },
  };
}

const levelText: Readonly<
  Record<Language, (level: string | null, gap: number | null, infeasible: boolean) => string>
> = {
  nl: (level, gap, infeasible) => {
    if (infeasible)
      return level === "A"
        ? "Bewezen: geen uitkomst haalt alle grenzen."
        : "Geen uitkomst gevonden; niet bewezen.";
    if (level === "A") return "Bewezen optimaal (niveau A).";
    if (level === "B") return `Bewezen binnen ${gap} punten (niveau B).`;
    return level === "C"
      ? "Haalbaar; meer is niet bewezen (niveau C)."
      : "De uitkomst haalt niet alle grenzen.";
  },
  en: (level, gap, infeasible) => {
    if (infeasible)
      return level === "A" ? "Proven: no outcome meets all limits." : "No outcome was found; not proven.";
    if (level === "A") return "Proven optimal (level A).";
    if (level === "B") return `Proven within ${gap} points (level B).`;
    return level === "C"
      ? "Feasible; nothing more is proven (level C)."
      : "The outcome does not meet all limits.";
  },
};

async function ledgerAnswer(document: unknown, options: { decision?: unknown }): Promise<Answer> {
  const { valid, entries, signed, reasons } = await verifyLedger(document, options);
  return {
    valid,
    reasons,
    fields: { entries, signed },
    headline: valid
      ? { nl: `GELDIG. ${entries} regels, onafgebroken.`, en: `VALID. ${entries} entries, unbroken.` }
      : { nl: "NIET GELDIG.", en: "NOT VALID." },
  };
}

function answer(answers: readonly Answer[], json: boolean, language: Language): number {
  const valid = answers.every((answer) => answer.valid);
  const checks = answers
    .flatMap(({ reasons }) => reasons)
    .map(({ check, ok, message, where }) => ({
      check,
      ok,
      message: message[language],
      ...(where ? { where } : {}),
    }));
  const sentence = (entry: (typeof checks)[number]) =>
    `${entry.check}: ${entry.message}${entry.where ? ` (${entry.where})` : ""}`;
  if (json) {
    const reasons = checks.filter(({ ok }) => ok === false).map(sentence);
    console.log(
      JSON.stringify({
        valid,
        ...Object.assign({}, ...answers.map(({ fields }) => fields)),
        reasons,
        checks,
      }),
    );
  } else {
    print(...answers.map(({ headline }) => headline[language]));
    print(...checks.map((entry) => `${marks[String(entry.ok)]} ${sentence(entry)}`));
  }
  return valid ? 0 : 1;
}

const marks: Readonly<Record<string, string>> = { true: "  ok ", false: "  !! ", null: "  ?  " };
