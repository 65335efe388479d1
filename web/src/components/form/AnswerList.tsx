/** Answers as they were given, to read. */
import {
  type Answer,
  type AnswerSchema,
  type ApplicationContent,
  type Attachment,
  type CallDefinition,
  type CellSchema,
  isOpen,
  kindOf,
  type Question,
  type Row,
  type TableSchema,
  visibleQuestions,
} from "@voorsprong/call-form";
import type { Localised } from "@voorsprong/server/contract";
import type { ReactNode } from "react";
import { useFormTexts } from "../../i18n/form.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { Table } from "../Table.js";
import { FileName } from "./FilesField.js";
import { columnTotal } from "./TableField.js";
import "./form.css";

interface Shown {
  readonly hrefOf: (file: Attachment) => string | null;
}

/**
 * The answers to the questions that were asked, per section.
 * @param hrefOf where a file can be opened; null when the reader may not
 * @param hidden questions that are not shown, as to a blind reviewer
 */
export function AnswerList(
  props: { call: CallDefinition; application: ApplicationContent; hidden?: ReadonlySet<string> } & Shown,
) {
  const { call, application, hidden } = props;
  const l = useLocalised();
  const asked = visibleQuestions(call, application).filter(({ question }) => !hidden?.has(question.id));
  return (
    <div className="stack stack--wide">
      {call.form.sections.map((section) => {
        const questions = asked.filter((each) => each.section === section.id);
        if (questions.length === 0) return null;
        return (
          <section key={section.id} className="stack">
            <h3>{l(section.title)}</h3>
            <dl className="answers">
              {questions.map(({ question }) => (
                <div key={question.id} className="answers__pair">
                  <dt>{l(question.title)}</dt>
                  <dd>
                    <AnswerText
                      question={question}
                      answer={application.answers?.[question.id]}
                      hrefOf={props.hrefOf}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

/** One answer to read. */
export function AnswerText({
  question,
  answer,
  hrefOf,
}: { question: Question; answer: Answer | undefined } & Shown) {
  const t = useFormTexts();
  const l = useLocalised();
  const simple = useSimpleText();
  if (isOpen(answer)) return <span className="soft">{t.none}</span>;
  switch (kindOf(question.schema)) {
    case "table":
      return <RowsText question={question} rows={answer as readonly Row[]} />;
    case "attachment":
      return <FileName file={answer as Attachment} href={hrefOf(answer as Attachment)} />;
    case "attachments":
      return (
        <ul className="files">
          {(answer as readonly Attachment[]).map((file) => (
            <li key={file.id}>
              <FileName file={file} href={hrefOf(file)} />
            </li>
          ))}
        </ul>
      );
    case "choices":
      return (
        <ul>
          {(answer as readonly string[]).map((value) => {
            const name = question.labels?.[value];
            return <li key={value}>{name === undefined ? value : l(name)}</li>;
          })}
        </ul>
      );
    default:
      return <span className="answers__text">{simple(question.schema, question.labels, answer)}</span>;
  }
}

/** A simple answer in words. */
function useSimpleText() {
  const t = useFormTexts();
  const f = useFormat();
  const l = useLocalised();
  return (
    schema: AnswerSchema | CellSchema,
    labels: Readonly<Record<string, Localised>> | undefined,
    value: unknown,
  ): ReactNode => {
    if (typeof value === "boolean") return value ? t.yes : t.no;
    switch (kindOf(schema)) {
      case "money":
        return typeof value === "number" ? f.money(value) : String(value);
      case "number":
        return typeof value === "number" ? f.number(value, 20) : String(value);
      case "date":
        return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? f.date(String(value)) : String(value);
      case "choice": {
        const name = labels?.[String(value)];
        return name === undefined ? String(value) : l(name);
      }
      default:
        return String(value);
    }
  };
}

interface PlacedRow {
  readonly row: Row;
  readonly place: number;
}

function RowsText({ question, rows }: { question: Question; rows: readonly Row[] }) {
  const t = useFormTexts();
  const f = useFormat();
  const l = useLocalised();
  const simple = useSimpleText();
  const { properties } = (question.schema as TableSchema).items;
  const columns = (question.columns ?? []).filter(({ id }) => properties[id] !== undefined);
  const numeric = (id: string) => ["money", "number"].includes(kindOf(properties[id] as CellSchema));
  const totals = columns.filter(({ total }) => total === true);
  const placed = rows.map((row, place) => ({ row, place }));
  return (
    <>
      <Table<PlacedRow>
        caption={l(question.title)}
        captionHidden
        stacked
        rows={placed}
        rowKey={({ place }) => String(place)}
        columns={columns.map((column) => ({
          id: column.id,
          header: l(column.title),
          numeric: numeric(column.id),
          cell: ({ row }) => {
            const value = row[column.id];
            return value === null || value === undefined
              ? "–"
              : simple(properties[column.id] as CellSchema, column.labels, value);
          },
        }))}
      />
      {totals.map((column) => {
        const sum = columnTotal(rows, column.id);
        const money = kindOf(properties[column.id] as CellSchema) === "money";
        return (
          <p key={column.id} className="number">
            {t.table.total(l(column.title))}: <strong>{money ? f.money(sum) : f.number(sum)}</strong>
          </p>
        );
      })}
    </>
  );
}
