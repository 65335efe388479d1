/** A small valid programme on disk that tests break in one place. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Checked, checkProgramme, formatProblem } from "@voorsprong/programme";
import { describe, expect, test } from "vitest";

/** File contents by path inside the programme's folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const VALID = {
  "programme.yaml": `id: example
title: { nl: Voorbeeld, en: Example }
summary: { nl: Een voorbeeld., en: An example. }
coalition:
  name: { nl: Voorbeeldcoalitie, en: Example coalition }
  figures:
    - { id: companies, title: { nl: bedrijven, en: companies }, value: 12, source: accord }
sources:
  - { id: accord, title: { nl: Akkoord, en: Accord } }
points: [innovation]
regions:
  - { id: Groningen, code: NL-GR, title: { nl: Groningen, en: Groningen } }
  - { id: Drenthe, code: NL-DR, title: { nl: Drenthe, en: Drenthe } }
sizes:
  - { id: small, title: { nl: klein, en: small } }
  - { id: large, title: { nl: groot, en: large } }
`,
  "points/innovation.yaml": `id: innovation
title: { nl: Innovatie, en: Innovation }
summary: { nl: Kort., en: Short. }
clauses:
  - id: innovation.research
    title: { nl: Onderzoek, en: Research }
    text: { nl: Er komt geld., en: There will be money. }
    instruments: [{ kind: fund, id: research }]
    envelopes:
      - id: research
        title: { nl: Geld, en: Money }
        amount: EUR 300
        from: 2027
        to: 2029
        source: accord
    targets:
      - id: share
        title: { nl: aandeel, en: share }
        from: 2.5%
        to: 5%
        hard: true
        source: accord
`,
  "funds/research.yaml": `id: research
title: { nl: Fonds, en: Fund }
summary: { nl: Kort., en: Short. }
clause: innovation.research
envelope: research
budgets:
  - { id: 2027, year: 2027, amount: EUR 100 }
  - { id: 2028, year: 2028, amount: EUR 200 }
themes:
  - { id: energy, title: { nl: energie, en: energy } }
  - { id: care, title: { nl: zorg, en: care } }
limits:
  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }
rule: optimal
tieBreak: { method: lot, seed: published-before-opening }
calls:
  - { id: research-2027, title: { nl: A, en: A }, opens: 2027-01-15 09:00, closes: 2027-03-01 17:00, budgets: [2027] }
  - { id: research-2028, title: { nl: B, en: B }, opens: 2028-01-15 09:00, closes: 2028-03-01 17:00, budgets: [2028] }
eligibility: { nl: Iedereen., en: Everyone. }
objection: { weeks: 6, text: { nl: Zes weken., en: Six weeks. } }
`,
} as const satisfies Files;

/** A file of the valid programme. */
export type ValidFile = keyof typeof VALID;

/** Writes files to a fresh folder, gives it to `use`, and removes it. */
export function withFolder<T>(files: Files, use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), "programme-"));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), content);
    }
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Checks a programme made of these files. */
export const check = (files: Files): Checked => withFolder(files, checkProgramme);

/** The valid programme with `from` replaced by `to` in one file. */
export function edited(file: ValidFile, from: string, to: string): Files {
  const text: string = VALID[file];
  if (text.split(from).length !== 2) throw new Error(`"${from}" must stand in ${file} exactly once`);
  return { ...VALID, [file]: text.replace(from, () => to) };
}

/** The problems of a programme as lines of text. */
export const problemsOf = (files: Files): string[] => check(files).problems.map(formatProblem);

/** The valid programme with one change, and all that is wrong with it then. */
export interface Broken {
  readonly name: string;
  readonly file: ValidFile;
  readonly from: string;
  readonly to: string;
  readonly problems: readonly string[];
}

/** One test per case. */
export function describeProblems(subject: string, cases: readonly Broken[]): void {
  describe(subject, () => {
    test.each(cases)("$name", ({ file, from, to, problems }) => {
      expect(problems).not.toEqual([]);
      expect(problemsOf(edited(file, from, to))).toEqual(problems);
    });
  });
}
