/** A data table. It scrolls inside its own focusable region where the screen is too narrow. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useShellTexts } from "../i18n/shell.js";
import "./Table.css";

/** One column of rows of type `R`. */
export interface Column<R> {
  readonly id: string;
  readonly header: ReactNode;
  /** The column's name on a card, where its header holds more than words. */
  readonly label?: string;
  /** What a cell shows. */
  readonly cell: (row: R) => ReactNode;
  /** Numbers stand to the right with figures of equal width. */
  readonly numeric?: boolean;
  /** The cell that names the row, read out with every other cell of it. */
  readonly rowHeader?: boolean;
  /** How the table is ordered by this column now, where the column can order it. */
  readonly sort?: "ascending" | "descending" | "none";
}

/**
 * A data table.
 * @param caption says what the table holds; always there for a screen reader, `captionHidden` hides it from sight
 * @param stacked on a phone each row becomes a card with its column names
 */
export function Table<R>(props: {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  rowKey: (row: R) => string;
  stacked?: boolean;
  empty?: ReactNode;
}) {
  const t = useShellTexts();
  const region = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // As cards the elements are no longer displayed as a table; some browsers then forget that they are one.
  const role = (name: string) => (props.stacked ? { role: name } : {});
  // Only a region that really scrolls takes a place in the tab order.
  const scrollable = scrolls ? { tabIndex: 0, "aria-label": t.table.scroll(props.caption) } : {};
  return (
    <section ref={region} className="table" {...scrollable}>
      <table className={props.stacked ? "table--stacked" : undefined} {...role("table")}>
        <caption className={props.captionHidden ? "visually-hidden" : undefined}>{props.caption}</caption>
        <thead {...role("rowgroup")}>
          <tr {...role("row")}>
            {props.columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                {...role("columnheader")}
                className={column.numeric ? "number" : undefined}
                aria-sort={column.sort}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role("rowgroup")}>
          {props.rows.length === 0 && (
            <tr {...role("row")}>
              <td {...role("cell")} colSpan={props.columns.length}>
                {props.empty ?? t.table.empty}
              </td>
            </tr>
          )}
          {props.rows.map((row) => (
            <tr key={props.rowKey(row)} {...role("row")}>
              {props.columns.map((column) => {
                const className = column.numeric ? "number" : undefined;
                const content = props.stacked ? (
                  <>
                    <span className="table__label" aria-hidden="true">
                      {column.label ?? column.header}
                    </span>
                    <div className="table__value">{column.cell(row)}</div>
                  </>
                ) : (
                  column.cell(row)
                );
                return column.rowHeader ? (
                  <th key={column.id} scope="row" className={className} {...role("rowheader")}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={className} {...role("cell")}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
