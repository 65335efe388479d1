/** Stands for a character that the embedded font cannot draw. */
const substitute = "?";

/**
 * Text as the embedded font can draw it: composed (NFC), without control characters, and with a question mark for
 * each character that has no glyph. PDF/UA-1 forbids the empty glyph (ISO 14289-1, 7.21.8); what was written stays
 * readable for assistive technology through the replacement text, see `Canvas.text`.
 */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let result = "";
  for (const character of text.normalize("NFC")) {
    if (character === "\n") result += character;
    else if (character === "\t") result += " ";
    else if (!/\p{C}/u.test(character))
      result += hasGlyph(character.codePointAt(0)!) ? character : substitute;
  }
  return result;
}
