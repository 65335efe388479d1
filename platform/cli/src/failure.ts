/** How a command ends badly: exit code 2, with lines for people on standard error. */

/** Input that cannot be used. Each line says what is wrong, where, and what to do. */
export class UnusableInput extends Error {
  readonly lines: readonly string[];

  constructor(...lines: string[]) {
    super(lines.join("\n"));
    this.name = "UnusableInput";
    this.lines = lines;
  }
}
