/** JSON Schema keywords as an applicant reads them: what is wrong with an answer and what to do. */
import type { Localised } from "../definition/localised.js";
import type { AnswerSchema, CellSchema } from "../definition/question.js";
import { moneyWords, numberWords } from "../words.js";

const said = (nl: string, en: string): Localised => ({ nl, en });

type Limits = Readonly<Record<string, unknown>>;

/** A bound of a number field in words; money is in euros. */
function bound(schema: Limits, keyword: string): Localised {
  const value = schema[keyword] as number;
  return schema.format === "money" ? moneyWords(value) : numberWords(value);
}

const plural = (count: number, one: Localised, more: Localised): Localised => (count === 1 ? one : more);

/** What the entries of a list are called. */
function entries(schema: Limits, count: number): Localised {
  const items = schema.items as Limits | undefined;
  if (items?.$ref !== undefined) return plural(count, said("bestand", "file"), said("bestanden", "files"));
  if (items?.enum !== undefined) return plural(count, said("keuze", "choice"), said("keuzes", "choices"));
  return plural(count, said("regel", "row"), said("regels", "rows"));
}

const FORMATS: Readonly<Record<string, Localised>> = {
  date: said(
    "Vul een bestaande datum in, zoals 31-12-2027.",
    "Fill in a date that exists, such as 31-12-2027.",
  ),
  email: said(
    "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
    "Fill in an e-mail address, such as name@example.org.",
  ),
  uri: said(
    "Vul een webadres in dat begint met https://.",
    "Fill in a web address that begins with https://.",
  ),
};

function typeWords(schema: Limits): Localised {
  switch (schema.type) {
    case "integer":
      return schema.format === "money"
        ? said("Vul een bedrag in, zoals 1250,50.", "Fill in an amount, such as 1250.50.")
        : said("Vul een heel getal in.", "Fill in a whole number.");
    case "number":
      return said("Vul een getal in.", "Fill in a number.");
    case "boolean":
      return said("Kies ja of nee.", "Choose yes or no.");
    case "array":
      return said("Dit antwoord heeft niet de goede vorm.", "This answer does not have the right form.");
    default:
      return said("Vul een tekst in.", "Fill in a text.");
  }
}

/** The words for a failed keyword of this schema. */
export function keywordWords(
  schema: AnswerSchema | CellSchema,
  keyword: string,
  patternHint?: Localised,
): Localised {
  const limits: Limits = { ...schema };
  const count = limits[keyword] as number;
  switch (keyword) {
    case "minLength":
      return said(`Schrijf ten minste ${count} tekens.`, `Write at least ${count} characters.`);
    case "maxLength":
      return said(`Schrijf ten hoogste ${count} tekens.`, `Write at most ${count} characters.`);
    case "pattern":
      return (
        patternHint ??
        said("Dit heeft niet de gevraagde vorm.", "This does not have the form that is asked for.")
      );
    case "format":
      return FORMATS[limits.format as string] ?? typeWords(limits);
    case "enum":
      return said("Kies een van de mogelijkheden.", "Choose one of the possibilities.");
    case "const":
      return said(
        "Hiermee moet u akkoord gaan om te kunnen indienen.",
        "You have to agree to this before you can submit.",
      );
    case "minimum": {
      const least = bound(limits, keyword);
      return said(`Vul ${least.nl} of meer in.`, `Fill in ${least.en} or more.`);
    }
    case "maximum": {
      const most = bound(limits, keyword);
      return said(`Vul ${most.nl} of minder in.`, `Fill in ${most.en} or less.`);
    }
    case "exclusiveMinimum": {
      const least = bound(limits, keyword);
      return said(`Vul meer dan ${least.nl} in.`, `Fill in more than ${least.en}.`);
    }
    case "exclusiveMaximum": {
      const most = bound(limits, keyword);
      return said(`Vul minder dan ${most.nl} in.`, `Fill in less than ${most.en}.`);
    }
    case "multipleOf": {
      const step = bound(limits, keyword);
      return said(`Vul een veelvoud van ${step.nl} in.`, `Fill in a multiple of ${step.en}.`);
    }
    case "minItems": {
      const of = entries(limits, count);
      return said(`Er zijn ten minste ${count} ${of.nl} nodig.`, `At least ${count} ${of.en} needed.`);
    }
    case "maxItems": {
      const of = entries(limits, count);
      return said(`Ten hoogste ${count} ${of.nl} toegestaan.`, `At most ${count} ${of.en} allowed.`);
    }
    case "uniqueItems":
      return said("Een keuze is twee keer gemaakt.", "A choice was made twice.");
    default:
      return typeWords(limits);
  }
}
