/** The rows of a preview: per row what would change, or each cell that is not right. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ImportRowView, ImportView } from "@voorsprong/server/contract";
import { importRowsQuery } from "../../api/exchange-queries.js";
import { Badge } from "../../components/Badge.js";
import { Field, Select } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { OUTCOMES } from "./search.js";

const KINDS = { new: "good", changed: "warning", unchanged: "neutral", error: "danger" } as const;

/** The rows; where something is not right those come first. */
export function PreviewRows({ made }: { made: ImportView }) {
  const t = useExchangeTexts().preview;
  const f = useFormat();
  const search = useSearch({ from: "/$lang/exchange/imports/$importId" });
  const navigate = useNavigate({ from: "/$lang/exchange/imports/$importId" });
  const outcome = search.outcome ?? (made.state === "refused" ? "error" : undefined);
  const rows = useQuery(importRowsQuery(made.id, { page: search.page ?? 1, outcome }));
  return (
    <Section title={t.rows}>
      <Field label={t.show}>
        {(control) => (
          <Select
            control={control}
            value={outcome ?? ""}
            onChange={(value) =>
              void navigate({
                search: { outcome: OUTCOMES.find((each) => each === value) },
                replace: true,
                resetScroll: false,
              })
            }
            options={[
              ...(made.state === "refused" ? [] : [{ value: "", label: t.all }]),
              ...OUTCOMES.map((each) => ({ value: each, label: t.outcomes[each] })),
            ]}
          />
        )}
      </Field>
      <Loaded query={rows}>
        {({ items, page, pageSize, total }) => (
          <Pagination
            path={`/exchange/imports/${made.id}`}
            search={search.outcome === undefined ? {} : { outcome: search.outcome }}
            page={page}
            pageSize={pageSize}
            total={total}
          >
            <Table
              caption={t.caption}
              captionHidden
              stacked
              rows={items}
              rowKey={({ line }) => String(line)}
              empty={t.empty}
              columns={[
                { id: "row", header: t.row, numeric: true, cell: ({ line }) => f.number(line) },
                { id: "what", header: t.what, rowHeader: true, cell: ({ title }) => title || "–" },
                {
                  id: "outcome",
                  header: t.outcome,
                  cell: (row) => <Badge kind={KINDS[row.outcome]}>{t.outcomes[row.outcome]}</Badge>,
                },
                { id: "detail", header: t.detail, cell: (row) => <Detail row={row} /> },
              ]}
            />
          </Pagination>
        )}
      </Loaded>
    </Section>
  );
}

function Detail({ row }: { row: ImportRowView }) {
  const t = useExchangeTexts().preview;
  const l = useLocalised();
  if (row.errors.length > 0)
    return (
      <ul className="exchange-errors">
        {row.errors.map(({ row: line, column, name, problem }) => (
          <li key={`${column} ${name} ${problem.en}`}>
            <strong>
              {column === null ? t.wholeRow(String(line)) : t.cell(column, String(line))}
              {name !== "" && ` (${name})`}
            </strong>
            : {l(problem)}
          </li>
        ))}
      </ul>
    );
  if (row.changes.length === 0) return "–";
  return (
    <ul className="exchange-errors">
      {row.changes.map(({ name, from, to }) => (
        <li key={name}>{t.from(name, from === null ? t.emptyCell : String(from), String(to))}</li>
      ))}
    </ul>
  );
}
