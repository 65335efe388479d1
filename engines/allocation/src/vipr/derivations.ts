/**
 * Writes derived lines of the section DER. A file names the last line that uses a line, and how many there are, before
 * either is known: so a proof is walked twice, first to count, then to write.
 */

/** Columns with their coefficients; null for those of the objective. */
export type Coefficients = readonly (readonly [column: number, value: bigint])[] | null;

/** A constraint: the left side, `L` for at most or `G` for at least, and the right side. */
export interface Statement {
  readonly sense: "L" | "G";
  readonly rhs: bigint;
  readonly of: Coefficients;
}

/** Lines with their multipliers, all over a common denominator. */
export interface LinearReason {
  readonly terms: Iterable<readonly [line: number, value: bigint]>;
  readonly denominator?: bigint;
}

/** Nothing can be true: `0 <= -1` or less. */
export function falsehood(rhs: bigint): Statement {
  return { sense: "L", rhs, of: [] };
}

/** What the counting walk found: per derived line the last line that uses it. */
export type LastUses = readonly number[];

/** Numbers the derived lines; with `uses` it writes them as well. */
export class Derivations {
  readonly #first: number;
  readonly #uses: LastUses | null;
  readonly #last: number[] = [];
  #count = 0;
  #text: string[] = [];
  #size = 0;

  /** @param first number of the first derived line */
  constructor(first: number, uses: LastUses | null) {
    this.#first = first;
    this.#uses = uses;
  }

  get lastUses(): LastUses {
    return this.#last;
  }

  /** Characters that wait to be taken. */
  get size(): number {
    return this.#size;
  }

  /** The text written since it was last taken. */
  take(): string {
    const text = this.#text.join("");
    this.#text = [];
    this.#size = 0;
    return text;
  }

  /** An assumption. */
  assume(statement: Statement): number {
    return this.#write(statement, () => "asm");
  }

  /** What a linear combination of lines says. */
  combine(statement: Statement, reason: LinearReason): number {
    return this.#linear("lin", statement, reason);
  }

  /** A linear combination with whole coefficients, its right side rounded (Chvátal, 1973). */
  round(statement: Statement, reason: LinearReason): number {
    return this.#linear("rnd", statement, reason);
  }

  /** What follows on both sides of a split: from `lines[0]` under `assumptions[0]`, and from the other two. */
  unsplit(
    statement: Statement,
    lines: readonly [number, number],
    assumptions: readonly [number, number],
  ): number {
    for (const line of [...lines, ...assumptions]) this.#use(line);
    return this.#write(statement, () => `uns ${lines[0]} ${assumptions[0]} ${lines[1]} ${assumptions[1]}`);
  }

  #linear(kind: "lin" | "rnd", statement: Statement, { terms, denominator = 1n }: LinearReason): number {
    const used = [...terms].filter(([, value]) => value !== 0n);
    for (const [line] of used) this.#use(line);
    const over = denominator === 1n ? "" : `/${denominator}`;
    return this.#write(
      statement,
      () => `${kind} ${used.length}${used.map(([line, value]) => ` ${line} ${value}${over}`).join("")}`,
    );
  }

  #use(line: number): void {
    if (line >= this.#first) this.#last[line - this.#first] = this.#first + this.#count;
  }

  #write({ sense, rhs, of }: Statement, reasonOf: () => string): number {
    const line = this.#first + this.#count++;
    if (this.#uses === null) {
      // A line that nothing uses is used by itself: a checker may forget it at once.
      this.#last.push(line);
      return line;
    }
    const last = this.#uses[line - this.#first]!;
    const text = `d${line} ${sense} ${rhs} ${coefficientsText(of)} { ${reasonOf()} } ${last}\n`;
    this.#text.push(text);
    this.#size += text.length;
    return line;
  }
}

/** A left side as the file writes it. */
export function coefficientsText(of: Coefficients): string {
  if (of === null) return "OBJ";
  const used = of.filter(([, value]) => value !== 0n);
  return `${used.length}${used.map(([column, value]) => ` ${column} ${value}`).join("")}`;
}
