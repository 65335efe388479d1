import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The two weights of the house font (Source Sans 3, SIL Open Font License), embedded in every file. */
export type Face = "regular" | "strong";

const require = createRequire(import.meta.url);
const paths: Readonly<Record<Face, string>> = {
  regular: "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  strong: "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
};
const loaded = new Map<Face, Buffer>();

/** The font program of a face; read once. */
export function fontOf(face: Face): Buffer {
  const known = loaded.get(face);
  if (known !== undefined) return known;
  const font = readFileSync(require.resolve(paths[face]));
  loaded.set(face, font);
  return font;
}
