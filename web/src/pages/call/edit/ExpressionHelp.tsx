/** What an expression can look at, and how it is written. */
import {
  type Field,
  type Form,
  FUNCTIONS,
  kindOf,
  LISTS,
  PARTNER_FIELDS,
  questionsOf,
  VARIABLES,
  WORK_PACKAGE_FIELDS,
} from "@voorsprong/call-form";
import type { Localised } from "@voorsprong/server/contract";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";

/** One of each sort; the same in every language. */
const EXAMPLES = [
  "applicant.employees < 250",
  "project.theme in ['energy', 'care']",
  "requested.total * 2 <= costs.total",
  "partners.exists(p, p.kind == 'school')",
  "!has(answers.pilot) || answers.pilot",
] as const;

interface Line {
  readonly path: string;
  readonly title: Localised;
  readonly kind: string;
}

const fieldsOf = (prefix: string, fields: Readonly<Record<string, Field>>, cents: string): Line[] =>
  Object.entries(fields).map(([name, { title, type, money }]) => ({
    path: `${prefix}${name}`,
    title,
    kind: money === true ? `${type}, ${cents}` : type,
  }));

/** The list, closed until it is asked for. */
export function ExpressionHelp({ form }: { form: Form }) {
  const { expression: t } = useCallEditTexts();
  const { form: kinds } = useCallTexts();
  const l = useLocalised();
  const lines: readonly Line[] = [
    ...Object.entries(VARIABLES).flatMap(([name, fields]) => fieldsOf(`${name}.`, fields, t.cents)),
    { path: "partners", title: LISTS.partners.title, kind: "list" },
    ...fieldsOf("partners: p.", PARTNER_FIELDS, t.cents),
    { path: "workPackages", title: LISTS.workPackages.title, kind: "list" },
    ...fieldsOf("workPackages: w.", WORK_PACKAGE_FIELDS, t.cents),
    ...questionsOf(form).map(({ id, title, schema }) => ({
      path: `answers.${id}`,
      title,
      kind: kinds.kind[kindOf(schema)],
    })),
  ];
  return (
    <details>
      <summary>{t.help}</summary>
      <div className="stack">
        <p>{t.helpText}</p>
        <ul>
          {EXAMPLES.map((example) => (
            <li key={example}>
              <code>{example}</code>
            </li>
          ))}
        </ul>
        <p className="small">
          {t.functions}: <code>{FUNCTIONS.join(", ")}</code>
        </p>
        <dl className="answers">
          {lines.map(({ path, title, kind }) => (
            <div key={path} className="answers__pair">
              <dt>
                <code>{path}</code>
              </dt>
              <dd>
                {l(title)} <span className="small soft">({kind})</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
