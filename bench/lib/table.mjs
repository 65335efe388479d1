/** Prints a Markdown table with aligned columns. */
export function printTable(header, rows) {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => String(row[i]).length)),
  );
  const print = (cells) =>
    console.log(`| ${cells.map((cell, i) => String(cell).padEnd(widths[i])).join(" | ")} |`);
  print(header);
  print(widths.map((width) => "-".repeat(width)));
  for (const row of rows) print(row);
}
