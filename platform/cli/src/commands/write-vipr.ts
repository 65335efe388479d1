/** The proof of a decision in the format VIPR, for `voorsprong verify --vipr`. */
import type { Decision } from "@voorsprong/allocation";
import { UnusableInput } from "../failure.js";
import type { Destination } from "../files.js";
import type { Language } from "../language.js";
import { ProgressLine } from "../progress.js";

const words = {
  nl: {
    counting: "Het bewijs wordt doorgerekend",
    writing: (megabytes: number) => `Het bewijs wordt geschreven: ${formatted.nl.format(megabytes)} MB`,
  },
  en: {
    counting: "Working through the proof",
    writing: (megabytes: number) => `Writing the proof: ${formatted.en.format(megabytes)} MB`,
  },
} as const;

const formatted = { nl: new Intl.NumberFormat("nl-NL"), en: new Intl.NumberFormat("en-GB") };

/**
 * Writes the proof of a decision that the verifier found valid; how far it is shows on standard error where that is a
 * terminal. The engine is loaded only here, so that a check alone starts quickly.
 *
 * @param name of the decision's file, for messages
 * @throws UnusableInput when the decision has no proof to write
 */
export async function writeVipr(
  name: string,
  decision: unknown,
  write: Destination,
  language: Language,
): Promise<void> {
  const { CutTooLongError, NotProvenError, viprOf } = await import("@voorsprong/allocation");
  const progress = new ProgressLine();
  progress.show(words[language].counting);
  try {
    await write(watched(viprOf(decision as Decision), progress, language));
  } catch (error) {
    if (error instanceof NotProvenError || error instanceof CutTooLongError)
      throw new UnusableInput(`${name}: ${error.message}`);
    throw error;
  } finally {
    progress.clear();
  }
}

/** The same chunks, while the line says how much there was. */
function* watched(proof: Iterable<string>, progress: ProgressLine, language: Language): Generator<string> {
  let characters = 0;
  for (const chunk of proof) {
    characters += chunk.length;
    // The file is ASCII, so a character is a byte.
    progress.show(words[language].writing(Math.floor(characters / 1e6)));
    yield chunk;
  }
}
