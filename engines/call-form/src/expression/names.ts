/** Paths of an expression in words. */
import type { Localised } from "../definition/localised.js";
import type { Form } from "../definition/question.js";
import { questionsOf } from "../form/kinds.js";
import { type Field, LISTS, PARTNER_FIELDS, VARIABLES, WORK_PACKAGE_FIELDS } from "./fields.js";

const PATH = /^([a-zA-Z_]\w*)(?:\[\])?(?:\.([a-zA-Z_]\w*))?(.*)$/;

const quoted = (text: Localised): Localised => ({ nl: `“${text.nl}”`, en: `“${text.en}”` });

const join = (first: Localised, second: Localised | undefined): Localised =>
  second === undefined ? first : { nl: `${first.nl}: ${second.nl}`, en: `${first.en}: ${second.en}` };

/** The name of a path for people: the title of a question, or the words of a field; the path itself when unknown. */
export function nameOf(form: Form, path: string): Localised {
  const [, root = path, name = "", rest = ""] = PATH.exec(path) ?? [];
  if (root === "answers") {
    const question = questionsOf(form).find(({ id }) => id === name);
    if (question === undefined) return { nl: path, en: path };
    const column = /^\[\]\.(\w+)/.exec(rest)?.[1];
    return join(quoted(question.title), question.columns?.find(({ id }) => id === column)?.title);
  }
  if (root === "partners" || root === "workPackages") {
    const fields: Readonly<Record<string, Field>> =
      root === "partners" ? PARTNER_FIELDS : WORK_PACKAGE_FIELDS;
    return fields[name]?.title ?? LISTS[root].title;
  }
  const variables: Readonly<Record<string, Readonly<Record<string, Field>>>> = VARIABLES;
  const title = variables[root]?.[name]?.title;
  if (title === undefined) return { nl: path, en: path };
  const key = /^\["(.*)"\]/.exec(rest)?.[1];
  return join(title, key === undefined ? undefined : { nl: key, en: key });
}
