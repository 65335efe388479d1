import { inflateSync } from "node:zlib";

/** One object of a file: its dictionary as text, and its stream if it has one. */
interface PdfObject {
  dictionary: string;
  stream: string | null;
}

/** What a reader finds in a PDF of ours, read apart from the library that wrote it. */
export interface ReadPdf {
  objects: Map<number, PdfObject>;
  catalog: string;
  /** All text in the order of the structure tree, as assistive technology reads it; one entry per marked piece. */
  content: string[];
  artifacts: string[];
  /** Operators that paint outside any marked content: PDF/UA-1 forbids them (ISO 14289-1, 7.1). */
  unmarked: string[];
}

function readObjects(bytes: Uint8Array): Map<number, PdfObject> {
  const text = Buffer.from(bytes).toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = match[2]!;
    const start = body.indexOf("stream\n");
    const dictionary = start < 0 ? body : body.slice(0, start);
    let stream: string | null = null;
    if (start >= 0) {
      const raw = Buffer.from(body.slice(start + 7, body.lastIndexOf("\nendstream")), "latin1");
      stream = (dictionary.includes("/FlateDecode") ? inflateSync(raw) : raw).toString("latin1");
    }
    objects.set(Number(match[1]), { dictionary, stream });
  }
  return objects;
}

const reference = (dictionary: string, key: string): number =>
  Number(dictionary.match(new RegExp(`/${key} (\\d+) 0 R`))?.[1]);

/** The characters behind each glyph of a font, from its ToUnicode map. */
function readUnicode(cmap: string): string[] {
  const characters: string[] = [];
  for (const range of cmap.matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[([^\]]*)\]/g))
    for (const entry of range[1]!.matchAll(/<([^>]*)>/g))
      characters.push(
        entry[1]!
          .split(" ")
          .filter((unit) => unit !== "")
          .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
          .join(""),
      );
  return characters;
}

/** Reads a file that `writePdf` made. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = readObjects(bytes);
  const at = (id: number) => objects.get(id) ?? { dictionary: "", stream: null };
  const trailer = Buffer.from(bytes).toString("latin1").split("trailer").at(-1)!;
  const catalog = at(reference(trailer, "Root")).dictionary;
  const kids = at(reference(catalog, "Pages")).dictionary.match(/\/Kids \[([^\]]*)\]/)![1]!;
  const read: ReadPdf = { objects, catalog, content: [], artifacts: [], unmarked: [] };
  const pieces = new Map<string, string>();
  for (const [, id] of kids.matchAll(/(\d+) 0 R/g)) {
    const page = at(Number(id)).dictionary;
    const resources = at(reference(page, "Resources")).dictionary;
    const fonts = new Map<string, string[]>();
    for (const [, name, font] of (resources.match(/\/Font <<([\s\S]*?)>>/)?.[1] ?? "").matchAll(
      /\/(\w+) (\d+) 0 R/g,
    ))
      fonts.set(name!, readUnicode(at(reference(at(Number(font)).dictionary, "ToUnicode")).stream ?? ""));
    const marks: { artifact: boolean; id: string; text: string }[] = [];
    let font: string[] = [];
    for (const line of (at(reference(page, "Contents")).stream ?? "")
      // A dictionary before BDC may span lines.
      .replace(/<<[^<>]*>> BDC/g, (mark) => mark.replaceAll("\n", " "))
      .split("\n")) {
      if (/B[DM]C$/.test(line))
        marks.push({
          artifact: line.startsWith("/Artifact"),
          id: `${id}:${line.match(/MCID (\d+)/)?.[1]}`,
          text: "",
        });
      else if (line === "EMC") {
        const { artifact, id: piece, text } = marks.pop()!;
        if (artifact) read.artifacts.push(text);
        else pieces.set(piece, text);
      } else if (/ Tf$/.test(line)) font = fonts.get(line.split(" ")[0]!.slice(1)) ?? [];
      else if (/ T[Jj]$/.test(line)) {
        const text = [...line.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap((glyphs) => glyphs[1]!.match(/.{4}/g) ?? [])
          .map((glyph) => font[Number.parseInt(glyph, 16)] ?? "\0")
          .join("");
        if (marks.length === 0) read.unmarked.push(text);
        else marks.at(-1)!.text += text;
      } else if (/^(S|s|f|F|f\*|B|b)$/.test(line) && marks.length === 0) read.unmarked.push(line);
    }
  }
  const walk = (id: number): void => {
    const { dictionary } = at(id);
    const own = dictionary.replace(/\/K \[[\s\S]*?\]/, "").match(/\/Pg (\d+) 0 R/)?.[1];
    for (const [kid, element] of (dictionary.match(/\/K \[([\s\S]*?)\]/)?.[1] ?? "").matchAll(
      /<<[\s\S]*?>>|(\d+) 0 R|\d+/g,
    ))
      if (element !== undefined) walk(Number(element));
      else if (!kid.includes("/OBJR")) {
        const [page, piece] = kid.startsWith("<<")
          ? [kid.match(/\/Pg (\d+) 0 R/)?.[1], kid.match(/\/MCID (\d+)/)?.[1]]
          : [own, kid];
        read.content.push(pieces.get(`${page}:${piece}`) ?? "");
      }
  };
  walk(reference(catalog, "StructTreeRoot"));
  return read;
}
