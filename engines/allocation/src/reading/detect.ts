/** Which format a file has, for an upload whose kind nobody states. */

/** The formats a round or its applications can come in; see docs/formats/round.md. */
export type RoundFormat = "json" | "pb" | "mkp" | "csv";

/** The format of a file by its content; its name decides only where the content does not. Null: none of them. */
export function detectFormat(text: string, fileName = ""): RoundFormat | null {
  const content = text.replace(/^\ufeff/, "").trimStart();
  if (content.startsWith("{")) return "json";
  if (/^META\s*[\r\n]/i.test(content)) return "pb";
  if (/^[\d\s.eE+-]+$/.test(content.slice(0, 2000)) && content !== "") return "mkp";
  const header = content.split(/[\r\n]/, 1)[0] ?? "";
  if (/(?:^|[,;"])amount:/.test(header)) return "csv";
  const extension = /\.(json|pb|csv)$/i.exec(fileName)?.[1]?.toLowerCase();
  return (extension as RoundFormat | undefined) ?? null;
}
