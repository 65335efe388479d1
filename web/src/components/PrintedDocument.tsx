/** A letter or receipt as a page shows it: the same blocks that make the PDF. */
import type { LetterBlock, LetterView } from "@voorsprong/server/contract";
import type { ReactNode } from "react";
import "./PrintedDocument.css";
import { PageLink } from "./PageLink.js";
import { Table } from "./Table.js";

type PrintText = Extract<LetterBlock, { kind: "paragraph" }>["text"];

/** The blocks of a document, below the title that the page shows. */
export function PrintedDocument(props: {
  document: Pick<LetterView, "sender" | "reference" | "blocks" | "language">;
}) {
  const { sender, reference, blocks, language } = props.document;
  return (
    <div className="printed" lang={language}>
      <p className="printed__sender">{sender}</p>
      {blocks.map((block, place) => (
        // The blocks of a letter never change, so their place names them.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={place} block={block} />
      ))}
      <p className="printed__reference small soft">{reference}</p>
    </div>
  );
}

function Block({ block }: { block: LetterBlock }): ReactNode {
  switch (block.kind) {
    case "heading":
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case "paragraph":
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case "lines":
      return <p className="printed__lines">{block.lines.join("\n")}</p>;
    case "list": {
      const items = block.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items of a letter never change
        <li key={place}>
          <Words text={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "facts":
      return (
        <dl className="printed__facts">
          {block.items.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Words text={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "note":
      return (
        <p className="printed__note">
          <Words text={block.text} />
        </p>
      );
    case "verify":
      return (
        <div className="printed__note">
          <p>{block.text}</p>
          <p>
            <Reference href={block.href}>{block.href}</Reference>
          </p>
          <p className="small">
            SHA-256: <code className="printed__hash">{block.hash}</code>
          </p>
        </div>
      );
    case "table":
      return <TableBlock block={block} />;
  }
}

/** A row of a table, known by its place. */
type TableRow = Extract<LetterBlock, { kind: "table" }>["rows"][number] & { readonly id: string };

function TableBlock({ block }: { block: Extract<LetterBlock, { kind: "table" }> }) {
  const rows: readonly TableRow[] = block.rows.map((row, place) => ({ ...row, id: String(place) }));
  return (
    <Table
      caption={block.caption}
      stacked
      rows={rows}
      rowKey={({ id }) => id}
      columns={block.columns.map(({ title, align }, place) => ({
        id: title,
        header: title,
        numeric: align === "end",
        rowHeader: place === 0,
        cell: (row: TableRow) => {
          const words = <Words text={row.cells[place] ?? ""} />;
          return row.total ? <strong>{words}</strong> : words;
        },
      }))}
    />
  );
}

function Words({ text }: { text: PrintText }): ReactNode {
  if (typeof text === "string") return text;
  return text.map((part, place) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a letter never change
    if (typeof part === "string") return <span key={place}>{part}</span>;
    return part.kind === "strong" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a letter never change
      <strong key={place}>{part.text}</strong>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a letter never change
      <Reference key={place} href={part.href}>
        {part.text}
      </Reference>
    );
  });
}

/** A link of a letter. One to a page of this site stays on it, whatever address the letter was written for. */
function Reference({ href, children }: { href: string; children: ReactNode }) {
  const page = /^https?:\/\/[^/]+\/(?:nl|en)(\/.*)$/.exec(href)?.[1];
  return page === undefined ? <a href={href}>{children}</a> : <PageLink path={page}>{children}</PageLink>;
}
