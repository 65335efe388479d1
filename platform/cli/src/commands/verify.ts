/** `voorsprong verify FILE [--explanation FILE] [--ledger LEDGER] [--vipr FILE]`, `voorsprong verify --ledger LEDGER`. */
import {
  type DecisionVerdict,
  ExactDocument,
  ExactJsonError,
  type ExplanationVerdict,
  type Reason,
  verifyDecision,
  verifyExplanation,
  verifyLedger,
} from "@voorsprong/verifier";
import { UnusableInput } from "../failure.js";
import { destination, nameOf, readText } from "../files.js";
import { type Language, languageOf } from "../language.js";
import { print } from "../print.js";
import { refuseSameFile } from "../same-file.js";
import { writeVipr } from "./write-vipr.js";

/** Options as the command line gives them; `ledger` is true when the flag stands without a file of its own. */
export interface VerifyOptions {
  readonly ledger?: string | true;
  readonly explanation?: string;
  readonly vipr?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/** What every kind of verdict becomes: one answer. */
interface Answer {
  readonly valid: boolean;
  readonly reasons: readonly Reason[];
  /** Fields of the JSON answer beside `valid`, `reasons` and `checks`. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly headline: Readonly<Record<Language, string>>;
}

/**
 * Checks a decision, with its explanation and against a ledger where these are given, or a ledger export; prints the
 * answer. The proof of a valid decision can be written in the format VIPR; on standard output it takes the place of
 * the answer.
 *
 * @returns 0 when valid, 1 when not
 * @throws UnusableInput when a file is not JSON, or not a decision, explanation or ledger at all, or has no proof to
 *   write
 */
export async function verify(file: string | undefined, options: VerifyOptions): Promise<number> {
  const language = languageOf(options.lang);
  const [decisionFile, ledgerFile] = options.ledger === true ? [undefined, file] : [file, options.ledger];
  if (decisionFile === undefined && ledgerFile === undefined)
    throw new UnusableInput(
      "verify: give the file of a decision, or --ledger with the file of a ledger export",
    );
  if (decisionFile === undefined && options.explanation !== undefined)
    throw new UnusableInput("verify: with --explanation give the file of its decision as well");
  if (options.vipr !== undefined && decisionFile === undefined)
    throw new UnusableInput("verify: --vipr writes the proof of a decision; give the file of one");
  if (options.vipr === "-" && options.json)
    throw new UnusableInput(
      "verify: --json and --vipr - would both write to standard output; give --vipr a file",
    );
  await refuseSameFile(
    "verify",
    [
      { as: "FILE", path: decisionFile },
      { as: "--explanation", path: options.explanation },
      { as: "--ledger", path: ledgerFile },
    ],
    [{ as: "--vipr", path: options.vipr }],
  );
  const write = options.vipr === undefined ? undefined : await destination(options.vipr);
  const answers: Answer[] = [];
  let published: Read | undefined;
  if (decisionFile !== undefined) {
    const decision = await readDocument(decisionFile, "decision");
    const explanation =
      options.explanation === undefined ? undefined : await readDocument(options.explanation, "explanation");
    answers.push(...decisionAnswers(decision, explanation));
    published = decision;
  }
  if (ledgerFile !== undefined) {
    const ledger = await readDocument(ledgerFile, "ledger");
    answers.push(ledger.ambiguous ?? (await ledgerAnswer(ledger.document, published)));
  }
  if (write !== undefined && answers.every(({ valid }) => valid)) {
    await writeVipr(nameOf(decisionFile!), JSON.parse(published!.text), write, language);
    if (options.vipr === "-") return 0;
  }
  return answer(answers, options.json === true, language);
}

/** A document as read; undefined, with the answer, where its text has more than one meaning. */
interface Read {
  readonly text: string;
  readonly document: ExactDocument | undefined;
  /** What it says it is. */
  readonly format: unknown;
  readonly ambiguous?: Answer;
}

async function readDocument(path: string, kind: "decision" | "explanation" | "ledger"): Promise<Read> {
  const read = parse(path, await readText(path));
  const { format } = read;
  if (typeof format !== "string" || !format.startsWith(`voorsprong-${kind}/`))
    throw new UnusableInput(`${nameOf(path)}:1:1 is not ${titles[kind]} (docs/formats/${kind}.md)`);
  return read;
}

const titles = { decision: "a decision", explanation: "an explanation", ledger: "a ledger" } as const;

function parse(path: string, text: string): Read {
  try {
    const document = new ExactDocument(text);
    return { text, document, format: document.format };
  } catch (error) {
    if (!(error instanceof ExactJsonError)) throw error;
    try {
      const { format } = JSON.parse(text) as { format?: unknown };
      return { text, document: undefined, format, ambiguous: ambiguity(error) };
    } catch {
      throw new UnusableInput(`${nameOf(path)}:${error.line}:${error.column}: is not JSON`);
    }
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

/** The answer about a decision and, where there is one, that about its explanation. */
function decisionAnswers(decision: Read, explanation: Read | undefined): Answer[] {
  if (decision.ambiguous !== undefined) return [decision.ambiguous];
  if (explanation === undefined) return [decisionAnswer(verifyDecision(decision.document))];
  if (explanation.ambiguous !== undefined)
    return [decisionAnswer(verifyDecision(decision.document)), { ...explanation.ambiguous, fields: {} }];
  const verdict = verifyExplanation(decision.document, explanation.document);
  return [decisionAnswer(verdict.decision), explanationAnswer(verdict)];
}

function explanationAnswer({ valid, hash, reasons }: ExplanationVerdict): Answer {
  return {
    valid,
    reasons,
    fields: { explanation: hash },
    headline: valid
      ? { nl: "GELDIG. De uitleg klopt met het besluit.", en: "VALID. The explanation fits the decision." }
      : { nl: "NIET GELDIG: de uitleg.", en: "NOT VALID: the explanation." },
  };
}

function decisionAnswer(verdict: DecisionVerdict): Answer {
  const { valid, level, objective, bound, scoreScale, hash, reasons } = verdict;
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

async function ledgerAnswer(document: unknown, published: Read | undefined): Promise<Answer> {
  const options = published === undefined ? {} : { decision: published.document };
  const { valid, entries, signed, key, reasons } = await verifyLedger(document, options);
  return {
    valid,
    reasons,
    fields: { entries, signed, key },
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
