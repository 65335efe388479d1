/** One sentence in Dutch and in English. */
export interface Text {
  readonly nl: string;
  readonly en: string;
}

/** The result of one check. */
export interface Reason {
  /** Which check: one of the names listed in `decision.ts` or `ledger.ts`. */
  readonly check: string;
  /** Whether it held. `null` only for signatures on a machine that cannot check them. */
  readonly ok: boolean | null;
  /** What was found, with the figures. */
  readonly message: Text;
  /** JSON pointer (RFC 6901) to the first place that is wrong. */
  readonly where?: string;
}

/** Thrown inside a check when something is wrong; `check` turns it into a reason. It never leaves this package. */
export class Refusal extends Error {
  readonly where: string;
  readonly text: Text;

  constructor(where: string, text: Text) {
    super(text.en);
    this.where = where;
    this.text = text;
  }
}

/** Ends the running check: at `where` (a JSON pointer) something is wrong, in Dutch and English. */
export function refuse(where: string, nl: string, en: string): never {
  throw new Refusal(where, { nl, en });
}

/** The JSON pointer of `key` inside `where`. */
export function at(where: string, key: string | number): string {
  const isPlain = typeof key === "number" || !/[~/]/.test(key);
  return `${where}/${isPlain ? key : key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Runs one check. It holds when `run` returns its sentence; any error at all means it does not hold. */
export function check(name: string, run: () => Text): Reason {
  try {
    return { check: name, ok: true, message: run() };
  } catch (error) {
    return failure(name, error);
  }
}

/** The reason for a check that ended with `error`. */
export function failure(name: string, error: unknown): Reason {
  if (error instanceof Refusal) return { check: name, ok: false, message: error.text, where: error.where };
  return {
    check: name,
    ok: false,
    message: {
      nl: "Deze controle kon niet worden afgemaakt; het document geldt daarom als ongeldig.",
      en: "This check could not be completed, so the document counts as invalid.",
    },
  };
}
