/** The errors of the expression language in plain words: what is wrong and what to do. */
import type { Localised } from "../definition/localised.js";

const TYPES: Readonly<Record<string, Localised>> = {
  string: { nl: "tekst", en: "text" },
  int: { nl: "een geheel getal", en: "a whole number" },
  double: { nl: "een getal met decimalen", en: "a number with decimals" },
  bool: { nl: "ja of nee", en: "yes or no" },
};

/** A type of the expression language in words. */
export function typeWords(type: string): Localised {
  if (type.startsWith("list")) return { nl: "een lijst", en: "a list" };
  if (type.startsWith("map")) return { nl: "bedragen per naam", en: "amounts by name" };
  return TYPES[type] ?? { nl: `een geheel (${type})`, en: `a whole (${type})` };
}

const said = (nl: string, en: string): Localised => ({ nl, en });

const binary = /^no such overload: (\S+) (\S+) (.+)$/;

function operatorWords(summary: string): Localised {
  const [, left, operator, right] = binary.exec(summary) ?? [];
  if (left === undefined || operator === undefined || right === undefined)
    return said(
      "Deze bewerking kan niet met dit soort waarde.",
      "This operation cannot be done with this kind of value.",
    );
  const numbers = new Set(["int", "double"]);
  if (numbers.has(left) && numbers.has(right) && "*/+-".includes(operator))
    return said(
      "Een geheel getal en een getal met decimalen gaan niet samen in een berekening. Reken met hele getallen: schrijf bijvoorbeeld requested.total * 2 <= costs.total in plaats van requested.total <= costs.total * 0.5.",
      "A whole number and a number with decimals do not go together in a calculation. Use whole numbers: write for instance requested.total * 2 <= costs.total instead of requested.total <= costs.total * 0.5.",
    );
  const [a, b] = [typeWords(left), typeWords(right)];
  return said(
    `Links van ${operator} staat ${a.nl} en rechts ${b.nl}; dat past niet bij elkaar.`,
    `Left of ${operator} is ${a.en} and right of it ${b.en}; these do not go together.`,
  );
}

const WORDS: Readonly<Record<string, (summary: string) => Localised>> = {
  no_such_key: (summary) => {
    const key = summary.replace(/^No such key: /, "");
    return said(
      `“${key}” bestaat hier niet. Kijk in de lijst welke gegevens er zijn.`,
      `“${key}” does not exist here. See the list of the data there are.`,
    );
  },
  unknown_variable: (summary) => {
    const name = summary.replace(/^Unknown variable: /, "");
    return said(
      `“${name}” is onbekend. Een uitdrukking kan kijken naar applicant, project, costs, requested, funding, partners, workPackages, answers en call. Zet tekst tussen aanhalingstekens.`,
      `“${name}” is not known. An expression can look at applicant, project, costs, requested, funding, partners, workPackages, answers and call. Put text between quotation marks.`,
    );
  },
  no_such_overload: operatorWords,
  no_matching_overload: () =>
    said(
      "Deze functie bestaat niet, of past niet bij deze waarde.",
      "This function does not exist, or does not fit this value.",
    ),
  invalid_logical_operand: () =>
    said(
      "Bij &&, || en ! horen voorwaarden die waar of onwaar zijn, zoals applicant.employees < 250.",
      "&&, || and ! take conditions that are true or false, such as applicant.employees < 250.",
    ),
  incompatible_ternary_branches: () =>
    said("Na ? en na : moet dezelfde soort waarde staan.", "The same kind of value has to follow ? and :."),
  unexpected_character: (summary) =>
    summary.includes("=")
      ? said(
          "Schrijf == om te vergelijken, en <= of >= voor grenzen.",
          "Write == to compare, and <= or >= for bounds.",
        )
      : said(
          "Dit teken of woord past hier niet. Verbind voorwaarden met && (en) of || (of).",
          "This character or word does not fit here. Join conditions with && (and) or || (or).",
        ),
  unexpected_token: (summary) =>
    summary.endsWith("EOF")
      ? said(
          "De uitdrukking is niet af: er ontbreekt iets aan het eind.",
          "The expression is not finished: something is missing at its end.",
        )
      : said("Hier staat iets dat hier niet kan.", "Something stands here that cannot be here."),
  expected_token: (summary) =>
    summary.includes("RPAREN")
      ? said("Er ontbreekt een haakje sluiten: ).", "A closing bracket is missing: ).")
      : said("Hier ontbreekt iets, zoals een haakje.", "Something is missing here, such as a bracket."),
  unterminated_string: () =>
    said("De tekst heeft geen aanhalingsteken aan het eind.", "The text has no quotation mark at its end."),
  heterogeneous_list_element: () =>
    said(
      "Alle waarden in een lijst moeten van dezelfde soort zijn.",
      "All values in a list have to be of the same kind.",
    ),
  limit_exceeded: () =>
    said(
      "Deze uitdrukking is te groot. Maak er meer dan één regel van.",
      "This expression is too large. Make more than one rule of it.",
    ),
  reserved_identifier: () => said("Dit woord is gereserveerd.", "This word is reserved."),
  division_by_zero: () => said("Er wordt door nul gedeeld.", "There is a division by zero."),
  modulo_by_zero: () => said("Er wordt door nul gedeeld.", "There is a division by zero."),
  numeric_overflow: () => said("Een getal wordt te groot.", "A number becomes too large."),
};

/** An error of the library in plain words. */
export function errorWords(code: string, summary: string): Localised {
  return (
    WORDS[code]?.(summary) ??
    said("Deze uitdrukking is niet goed geschreven.", "This expression is not written rightly.")
  );
}
