/** Costs per work package, party, year and kind. */
import type { Column, Row, TableSchema } from "@voorsprong/call-form";
import { COST_CATEGORIES } from "@voorsprong/state-aid";
import { FieldGroup } from "../../../components/Field.js";
import { Radios } from "../../../components/form/Options.js";
import { TableField } from "../../../components/form/TableField.js";
import { Table } from "../../../components/Table.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { type StepProps, useChange, usePartyName } from "./parts.js";

/** Years that costs may fall in: those of the project, else the budgets' and some around now. */
function yearsOf(start: string | null | undefined, end: string | null | undefined): readonly string[] {
  const from = Number(start?.slice(0, 4)) || new Date().getFullYear();
  const to = Math.min(Number(end?.slice(0, 4)) || from + 5, from + 15);
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => String(from + at));
}

/** The cost table, with what it comes to per year and party. */
export function CostsStep({ document, call, keeper }: StepProps) {
  const { costs: t } = useApplicationTexts();
  const change = useChange(keeper);
  const nameOf = usePartyName(document);
  const packages = document.workPackages ?? [];
  const parties = ["lead", ...(document.partners ?? []).map(({ id }) => id)];
  const years = yearsOf(document.project?.start, document.project?.end);
  if (packages.length === 0) return <p>{t.noPackages}</p>;
  const same = (text: string) => ({ nl: text, en: text });
  const schema: TableSchema = {
    type: "array",
    maxItems: 2_000,
    items: {
      type: "object",
      additionalProperties: false,
      properties: {
        workPackage: { type: "string", enum: packages.map(({ id }) => id) },
        partner: { type: "string", enum: parties },
        year: { type: "string", enum: years },
        category: { type: "string", enum: COST_CATEGORIES.map(({ id }) => id) },
        cents: { type: "integer", format: "money", minimum: 0 },
      },
    },
  };
  const columns: readonly Column[] = [
    {
      id: "workPackage",
      title: same(t.workPackage),
      labels: Object.fromEntries(packages.map(({ id, title }) => [id, same(title || id)])),
    },
    {
      id: "partner",
      title: same(t.partner),
      labels: Object.fromEntries(parties.map((id) => [id, same(id === "lead" ? t.lead : nameOf(id))])),
    },
    { id: "year", title: same(t.year) },
    {
      id: "category",
      title: same(t.category),
      labels: Object.fromEntries(COST_CATEGORIES.map(({ id, title }) => [id, title])),
    },
    { id: "cents", title: same(t.cents), total: true },
  ];
  const rows: readonly Row[] = (document.costs ?? []).map((line) => ({
    workPackage: line.workPackage ?? null,
    partner: line.partner ?? "lead",
    year: typeof line.year === "number" ? String(line.year) : null,
    category: line.category ?? null,
    cents: line.cents ?? null,
  }));
  // A new row begins with what is most likely, so that often only the amount is left to fill in.
  const last = rows.at(-1);
  const fresh: Row = {
    workPackage: last?.workPackage ?? packages[0]!.id,
    partner: last?.partner ?? "lead",
    year: last?.year ?? years[0]!,
    category: last?.category ?? "personnel",
  };
  return (
    <div className="stack stack--wide">
      <p>{t.intro}</p>
      <TableField
        question="costs"
        caption={t.caption}
        schema={schema}
        columns={columns}
        rows={rows}
        errors={[]}
        onChange={(next) =>
          change(
            "costs",
            next.map((row) => {
              const { workPackage, partner, year, category, cents } =
                Object.keys(row).length === 0 ? fresh : row;
              return {
                workPackage: workPackage ?? null,
                partner: partner === "lead" ? null : (partner ?? null),
                year: year === null || year === undefined ? null : Number(year),
                category: category ?? null,
                cents: cents ?? null,
              };
            }),
          )
        }
      />
      {call.aid.basis.includes("gber-25") && (
        <FieldGroup label={t.overheads}>
          {(control) => (
            <Radios
              control={control}
              options={[
                { value: "stated", label: t.stated },
                { value: "flat-rate", label: t.flat },
              ]}
              value={document.aid?.overheads ?? "stated"}
              onChange={(overheads) => change("aid", { ...document.aid, overheads })}
            />
          )}
        </FieldGroup>
      )}
      <CostsByYear document={document} nameOf={nameOf} />
    </div>
  );
}

/** Costs per year and party. */
export function CostsByYear(props: Pick<StepProps, "document"> & { nameOf: (party: string) => string }) {
  const { costs: t } = useApplicationTexts();
  const f = useFormat();
  const lines = (props.document.costs ?? []).filter(({ cents }) => typeof cents === "number" && cents > 0);
  if (lines.length === 0) return null;
  const years = [...new Set(lines.map(({ year }) => year ?? 0))].sort();
  const parties = [...new Set(lines.map(({ partner }) => partner ?? "lead"))];
  const sum = (party: string | null, year: number | null) =>
    lines
      .filter((line) => party === null || (line.partner ?? "lead") === party)
      .filter((line) => year === null || (line.year ?? 0) === year)
      .reduce((total, { cents }) => total + cents!, 0);
  return (
    <Table
      caption={t.byYear}
      columns={[
        {
          id: "party",
          header: t.partner,
          rowHeader: true,
          cell: (party: string | null) => (party === null ? t.total : props.nameOf(party)),
        },
        ...years.map((year) => ({
          id: String(year),
          header: year === 0 ? "?" : String(year),
          numeric: true,
          cell: (party: string | null) => f.money(sum(party, year)),
        })),
        {
          id: "total",
          header: t.total,
          numeric: true,
          cell: (party: string | null) => f.money(sum(party, null)),
        },
      ]}
      rows={[...parties, null]}
      rowKey={(party) => party ?? "total"}
    />
  );
}
