/** Fixed-format MPS, the one format every peer reads. Minimises, so the scores are negated. */

const name = (letter, number) => `${letter}${String(number + 1).padStart(7, "0")}`;

function number(value) {
  const text = String(value);
  if (text.length > 12) throw new Error(`${text} does not fit a fixed MPS field`);
  return text.padStart(12);
}

/** The text of the program `maximise scores * x, rows, x in {0, 1}`. */
export function mpsOf(scores, rows) {
  const columns = scores.map((score) => [["OBJ", -score]]);
  rows.forEach(({ coefficients }, i) => {
    for (const [j, value] of coefficients) columns[j].push([name("R", i), value]);
  });
  const lines = ["NAME          ROUND", "ROWS", " N  OBJ"];
  for (const i of rows.keys()) lines.push(` L  ${name("R", i)}`);
  lines.push("COLUMNS", "    MARKER    'MARKER'                 'INTORG'");
  columns.forEach((entries, j) => {
    for (const [rowName, value] of entries)
      lines.push(`    ${name("C", j).padEnd(10)}${rowName.padEnd(10)}${number(value)}`);
  });
  lines.push("    MARKER    'MARKER'                 'INTEND'", "RHS");
  rows.forEach(({ bound }, i) => {
    if (bound !== 0n) lines.push(`    ${"RHS".padEnd(10)}${name("R", i).padEnd(10)}${number(bound)}`);
  });
  lines.push("BOUNDS");
  for (const j of scores.keys()) lines.push(` UP ${"BND".padEnd(10)}${name("C", j).padEnd(10)}${number(1)}`);
  lines.push("ENDATA", "");
  return lines.join("\n");
}
