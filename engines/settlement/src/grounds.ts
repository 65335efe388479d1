/** The grounds on which a grant may be settled lower than it was granted (Awb 4:46). */
import type { Localised } from "./model/line.js";

/** Article and letter of Awb 4:46 on which a reduction rests. */
export type Ground = "4:46(2)(a)" | "4:46(2)(b)" | "4:46(2)(c)" | "4:46(2)(d)" | "4:46(3)";

/** The grounds in the order of the law, in plain words. */
export const grounds: Readonly<Record<Ground, Localised>> = {
  "4:46(2)(a)": {
    nl: "De activiteiten zijn niet of niet helemaal uitgevoerd.",
    en: "The activities were not carried out, or not completely.",
  },
  "4:46(2)(b)": {
    nl: "Er is niet voldaan aan de verplichtingen bij de subsidie.",
    en: "The obligations attached to the grant were not met.",
  },
  "4:46(2)(c)": {
    nl: "Er zijn onjuiste of onvolledige gegevens verstrekt, en met de juiste gegevens was anders besloten.",
    en: "Incorrect or incomplete data were given, and the right data would have led to another decision.",
  },
  "4:46(2)(d)": {
    nl: "De verlening was onjuist, en de ontvanger wist dat of hoorde dat te weten.",
    en: "The grant was incorrect, and the recipient knew or should have known.",
  },
  "4:46(3)": {
    nl: "De kosten waren in redelijkheid niet nodig.",
    en: "The costs could not reasonably be considered necessary.",
  },
};

/** A reduction a person decides on, with the ground it rests on and why. */
export type Reduction = {
  readonly id: string;
  readonly ground: Ground;
  /** Why, in the words of who decided it. */
  readonly reason: string;
} & (
  | {
      readonly kind: "costs" /** The cost it takes away from. */;
      readonly cost: string;
      readonly cents: number;
    }
  | { readonly kind: "share" /** Part of the amount, in basis points. */; readonly basisPoints: number }
  | { readonly kind: "amount"; readonly cents: number }
);
