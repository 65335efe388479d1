/** A picture with the numbers behind it: every picture has its table and its downloads. */
import { type ReactNode, useId } from "react";
import { useShellTexts } from "../i18n/shell.js";
import { Button } from "./Button.js";
import { download, toCsv } from "./download.js";
import "./Figure.css";
import { Table } from "./Table.js";

/** One column of the numbers behind a picture. `value` is the raw value for downloads, `show` how it reads. */
export interface FigureColumn<R> {
  /** Name in the downloads: English, `camelCase`. */
  readonly id: string;
  readonly header: string;
  readonly value: (row: R) => string | number | null;
  readonly show?: (row: R) => ReactNode;
  readonly numeric?: boolean;
}

/**
 * A picture with its table and downloads.
 * @param name file name of the downloads, without extension
 * @param title what the picture shows; caption of picture and table
 * @param source where the numbers come from
 * @param open shows the numbers at once, as cards on a phone: where they say more than the picture
 * @param children the picture
 */
export function Figure<R>(props: {
  name: string;
  title: string;
  titleHidden?: boolean;
  source?: ReactNode;
  columns: readonly FigureColumn<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  open?: boolean;
  children: ReactNode;
}) {
  const t = useShellTexts();
  const titleId = useId();
  const header = props.columns.map((column) => column.id);
  const values = () => props.rows.map((row) => props.columns.map((column) => column.value(row)));
  function downloadCsv() {
    download(`${props.name}.csv`, "text/csv;charset=utf-8", toCsv(header, values()));
  }
  function downloadJson() {
    const records = values().map((row) => Object.fromEntries(header.map((key, k) => [key, row[k] ?? null])));
    download(`${props.name}.json`, "application/json", `${JSON.stringify(records, null, 2)}\n`);
  }
  return (
    <figure className="figure" aria-labelledby={titleId}>
      <figcaption id={titleId} className={props.titleHidden ? "visually-hidden" : "figure__title"}>
        {props.title}
      </figcaption>
      {props.children}
      {props.source && <p className="small soft">{props.source}</p>}
      <details className="figure__numbers" open={props.open}>
        <summary>
          {t.table.show}
          <span className="visually-hidden">: {props.title}</span>
        </summary>
        <Table
          caption={props.title}
          captionHidden
          stacked={props.open === true}
          columns={props.columns.map((column, k) => ({
            id: column.id,
            header: column.header,
            cell: (row: R) => column.show?.(row) ?? column.value(row),
            numeric: column.numeric ?? false,
            rowHeader: k === 0,
          }))}
          rows={props.rows}
          rowKey={props.rowKey}
        />
        <div className="row screen-only">
          <Button
            purpose="subtle"
            onClick={downloadCsv}
            aria-label={`${t.table.download} CSV: ${props.title}`}
          >
            {t.table.download} CSV
          </Button>
          <Button
            purpose="subtle"
            onClick={downloadJson}
            aria-label={`${t.table.download} JSON: ${props.title}`}
          >
            {t.table.download} JSON
          </Button>
        </div>
      </details>
    </figure>
  );
}
