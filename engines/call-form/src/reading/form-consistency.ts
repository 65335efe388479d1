/** What the parts of a form have to say together. */
import type { Localised } from "../definition/localised.js";
import type { CellSchema, Form, Question } from "../definition/question.js";
import { choicesOf, kindOf, tableOf } from "../form/kinds.js";
import { checkExpressionAt } from "./expression-at.js";
import { type Place, report, within } from "./kit.js";

/** Every choice has a name, and every name belongs to a choice. */
function checkLabels(
  choices: readonly string[] | null,
  labels: Readonly<Record<string, Localised>> | undefined,
  at: Place,
): void {
  const known = new Set(choices ?? []);
  for (const choice of known)
    if (labels === undefined || !Object.hasOwn(labels, choice))
      report(within(within(at, "labels"), choice), "missing", {
        nl: `De keuze “${choice}” heeft nog geen naam. Geef er een, in beide talen.`,
        en: `The choice “${choice}” has no name yet. Give it one, in both languages.`,
      });
  for (const label of Object.keys(labels ?? {}))
    if (!known.has(label))
      report(within(within(at, "labels"), label), "unknown", {
        nl: `“${label}” is geen keuze van deze vraag.`,
        en: `“${label}” is not a choice of this question.`,
      });
}

function checkColumns(question: Question, at: Place): void {
  const table = tableOf(question.schema);
  const columns = question.columns;
  if (table === null) {
    if (columns !== undefined)
      report(within(at, "columns"), "unknown", {
        nl: "Alleen een tabel heeft kolommen.",
        en: "Only a table has columns.",
      });
    return;
  }
  const properties: Readonly<Record<string, CellSchema>> = table.items.properties;
  const shown = (columns ?? []).map(({ id }) => id);
  const wanted = Object.keys(properties);
  if (wanted.length !== shown.length || new Set([...wanted, ...shown]).size !== wanted.length) {
    report(within(at, "columns"), "columns", {
      nl: `Beschrijf precies de kolommen van de tabel: ${wanted.join(", ")}.`,
      en: `Describe exactly the columns of the table: ${wanted.join(", ")}.`,
    });
    return;
  }
  for (const [index, column] of (columns ?? []).entries()) {
    const place = within(within(at, "columns"), index);
    const schema = properties[column.id] as CellSchema;
    checkLabels(choicesOf(schema), column.labels, place);
    const kind = kindOf(schema);
    if (column.total === true && kind !== "money" && kind !== "number")
      report(within(place, "total"), "total", {
        nl: "Alleen een kolom met getallen of geld heeft een totaal.",
        en: "Only a column of numbers or money has a total.",
      });
  }
}

function checkQuestion(form: Form, question: Question, earlier: ReadonlySet<string>, at: Place): void {
  const kind = kindOf(question.schema);
  if (kind !== "table") checkLabels(choicesOf(question.schema), question.labels, at);
  checkColumns(question, at);
  if (question.accept !== undefined && kind !== "attachment" && kind !== "attachments")
    report(within(at, "accept"), "unknown", {
      nl: "Alleen een bijlage heeft soorten bestanden.",
      en: "Only an attachment has kinds of files.",
    });
  for (const key of ["when", "required"] as const) {
    const expression = question[key];
    if (typeof expression !== "string") continue;
    const place = within(at, key);
    const later = checkExpressionAt(form, expression, place).find(({ path }) => {
      const answer = /^answers\.(\w+)/.exec(path)?.[1];
      return answer !== undefined && !earlier.has(answer);
    });
    if (later !== undefined)
      report(place, "order", {
        nl: `Deze voorwaarde kijkt naar ${later.title.nl}, maar die vraag komt pas later. Zet die vraag ervoor.`,
        en: `This condition looks at ${later.title.en}, but that question comes later. Put that question before it.`,
      });
  }
}

function reportTwice(at: Place, id: string): void {
  report(within(at, "id"), "twice", {
    nl: `“${id}” staat er twee keer in. Geef elk een eigen naam.`,
    en: `“${id}” is in it twice. Give each a name of its own.`,
  });
}

/** Reports what does not fit together in a form whose shape is right. */
export function checkFormTogether(form: Form, at: Place): void {
  const sections = new Set<string>();
  const earlier = new Set<string>();
  for (const [s, section] of form.sections.entries()) {
    const place = within(within(at, "sections"), s);
    if (sections.has(section.id)) reportTwice(place, section.id);
    sections.add(section.id);
    for (const [q, question] of section.questions.entries()) {
      const here = within(within(place, "questions"), q);
      if (earlier.has(question.id)) reportTwice(here, question.id);
      checkQuestion(form, question, earlier, here);
      earlier.add(question.id);
    }
  }
}
