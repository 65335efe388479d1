/** A text in Dutch and English. */
import { z } from "zod";

/** Structurally the `Localised` of the instruments, which name it in the API's description. */
export const LocalisedText = z.object({ nl: z.string(), en: z.string() });
export type LocalisedText = z.infer<typeof LocalisedText>;
