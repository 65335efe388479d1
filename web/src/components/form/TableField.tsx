/** A table that is filled in row by row; on a phone each row is a card. */
import {
  type AnswerError,
  type CellSchema,
  type Column,
  kindOf,
  MOST_ROWS,
  type Row,
  type TableSchema,
} from "@voorsprong/call-form";
import { useEffect, useRef } from "react";
import { useFormTexts } from "../../i18n/form.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { useAnnounce } from "../../shell/Announcer.js";
import { Button } from "../Button.js";
import { fieldId } from "./field-id.js";
import { SimpleField, type SimpleValue } from "./SimpleField.js";
import "./form.css";

interface TableFieldProps {
  readonly question: string;
  /** What the table holds. */
  readonly caption: string;
  readonly schema: TableSchema;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly errors: readonly AnswerError[];
  readonly onChange: (rows: readonly Row[]) => void;
}

/** The rows with their fields, totals, and buttons to add and remove rows. */
export function TableField(props: TableFieldProps) {
  const { question, schema, columns, rows, onChange } = props;
  const t = useFormTexts();
  const l = useLocalised();
  const announce = useAnnounce();
  const most = schema.maxItems ?? MOST_ROWS;
  const first = columns[0]?.id;
  // After a row was added its first field takes focus; after one was removed the button that adds rows does.
  const next = useRef<number | "add" | null>(null);
  const add = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (next.current === "add") add.current?.querySelector("button")?.focus();
    else if (next.current !== null && first !== undefined)
      document.getElementById(fieldId({ question, row: next.current, column: first }))?.focus();
    next.current = null;
  });
  function change(row: number, column: string, value: SimpleValue) {
    onChange(rows.map((each, index) => (index === row ? { ...each, [column]: value } : each)));
  }
  function append() {
    next.current = rows.length;
    announce(t.table.added(String(rows.length + 1)));
    onChange([...rows, {}]);
  }
  function remove(row: number) {
    next.current = "add";
    announce(t.table.removed(String(row + 1)));
    onChange(rows.filter((_, index) => index !== row));
  }
  return (
    <>
      {rows.length === 0 ? (
        <p className="soft">{t.table.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: shown as cards on a phone, browsers forget that it is a table
        <table className="table-field" role="table">
          <caption className="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  {l(column.title)}
                  {column.help && <span className="field__hint"> {l(column.help)}</span>}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // Rows have no name of their own: their place is what they are.
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={index}>
                {columns.map((column) => (
                  <Cell
                    key={column.id}
                    {...props}
                    column={column}
                    row={index}
                    value={row[column.id]}
                    onCell={(value) => change(index, column.id, value)}
                  />
                ))}
                <td>
                  <Button purpose="subtle" onClick={() => remove(index)}>
                    {t.table.remove(String(index + 1))}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
          <Totals {...props} />
        </table>
      )}
      <div ref={add} className="row">
        <Button onClick={append} disabled={rows.length >= most}>
          {t.table.add}
        </Button>
        {rows.length >= most && <span className="small soft">{t.table.full(String(most))}</span>}
      </div>
    </>
  );
}

function Cell(
  props: TableFieldProps & {
    column: Column;
    row: number;
    value: unknown;
    onCell: (value: SimpleValue) => void;
  },
) {
  const { question, column, row } = props;
  const t = useFormTexts();
  const l = useLocalised();
  const id = fieldId({ question, row, column: column.id });
  const error = props.errors.find((each) => each.row === row && each.column === column.id);
  const schema = props.schema.items.properties[column.id] as CellSchema;
  return (
    <td>
      <span className="table-field__name" aria-hidden="true">
        {l(column.title)}
      </span>
      <SimpleField
        control={{
          id,
          ...(error !== undefined && { "aria-invalid": true as const, "aria-describedby": `${id}-error` }),
        }}
        label={t.table.cell(l(column.title), String(row + 1))}
        schema={schema}
        labels={column.labels}
        value={props.value}
        onChange={props.onCell}
      />
      {error !== undefined && (
        <span id={`${id}-error`} className="field__error small">
          {l(error.text)}
        </span>
      )}
    </td>
  );
}

/** The sum of a column; cells that hold no number count for nothing. */
export function columnTotal(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => {
    const value = row[column];
    return typeof value === "number" ? sum + value : sum;
  }, 0);
}

function Totals({ schema, columns, rows }: Pick<TableFieldProps, "schema" | "columns" | "rows">) {
  const t = useFormTexts();
  const f = useFormat();
  const l = useLocalised();
  const summed = columns.filter(({ total }) => total === true);
  if (summed.length === 0) return null;
  return (
    <tfoot>
      {summed.map((column) => {
        const sum = columnTotal(rows, column.id);
        const cell = schema.items.properties[column.id] as CellSchema;
        return (
          <tr key={column.id}>
            <th scope="row" colSpan={columns.length}>
              {t.table.total(l(column.title))}
            </th>
            <td className="number">
              <strong>{kindOf(cell) === "money" ? f.money(sum) : f.number(sum)}</strong>
            </td>
          </tr>
        );
      })}
    </tfoot>
  );
}
