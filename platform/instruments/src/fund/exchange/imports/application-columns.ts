/** The columns of a list of applications to one call. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundDefinition, Programme } from "@voorsprong/programme";
import type { Column } from "../table/index.js";
import { organisationColumns } from "./organisations.js";

/** Prefix of the column with the amount that is asked of a budget. */
export const amountPrefix = "amount:";

/** Columns of the applicant, as in lists of organisations; without a kind an organisation that is new is a company. */
const applicantColumns = ["kvk", "kind", "size"];

/** The columns; themes and regions are those of the fund, budgets those of the call. */
export function applicationColumns(
  programme: Programme,
  fund: FundDefinition,
  { budgets }: Pick<CallDefinition, "budgets">,
): Column[] {
  const optional = { required: false } as const;
  const text = (longest: number) => ({ kind: "text", longest }) as const;
  const choices = (list: readonly { readonly id: string }[]) =>
    ({ kind: "choice", choices: list.map(({ id }) => id) }) as const;
  const { themes, regions } = fund;
  return [
    {
      name: "reference",
      title: { nl: "Eigen kenmerk", en: "Own reference" },
      holds: text(100),
      required: true,
      example: "2027-0001",
    },
    {
      name: "title",
      title: { nl: "Titel", en: "Title" },
      holds: text(200),
      required: true,
      example: "Voorbeeld",
    },
    {
      name: "summary",
      title: { nl: "Samenvatting", en: "Summary" },
      holds: text(5_000),
      example: "",
      ...optional,
    },
    {
      name: "organisation",
      title: { nl: "Naam van de aanvrager", en: "Name of the applicant" },
      holds: text(200),
      required: true,
      example: "Voorbeeld BV",
    },
    ...organisationColumns(programme)
      .filter(({ name }) => applicantColumns.includes(name))
      .map((column) => ({ ...column, required: false })),
    {
      name: "theme",
      title: { nl: "Thema", en: "Theme" },
      holds: choices(themes),
      required: true,
      example: themes[0]?.id ?? "",
    },
    {
      name: "region",
      title: { nl: "Provincie van het project", en: "Province of the project" },
      holds: choices(regions),
      required: true,
      example: regions[0]?.id ?? "",
    },
    {
      name: "start",
      title: { nl: "Begin van het project", en: "Start of the project" },
      holds: { kind: "day" },
      example: "2027-09-01",
      ...optional,
    },
    {
      name: "end",
      title: { nl: "Einde van het project", en: "End of the project" },
      holds: { kind: "day" },
      example: "2029-08-31",
      ...optional,
    },
    {
      name: "received",
      title: { nl: "Ontvangen op", en: "Received on" },
      holds: { kind: "moment" },
      example: "2027-03-01T09:00:00+01:00",
      ...optional,
    },
    ...budgets.map(({ id }) => ({
      name: `${amountPrefix}${id}`,
      title: { nl: `Gevraagd bedrag uit ${id}`, en: `Amount asked of ${id}` },
      holds: { kind: "cents" } as const,
      example: "125000,00",
      ...optional,
    })),
  ];
}
