/** A fund's lists of themes, regions and sizes are closed: an application has values from them, and asks for money. */
import type { Application, Round } from "@voorsprong/allocation";
import type { FundDefinition } from "@voorsprong/programme";
import type { CsvPlaces } from "./csv-places.js";

/** Per tag the values that an application may have. */
export type ClosedLists = Readonly<Record<string, readonly string[]>>;

/** One thing that an application cannot have, or lacks; `tag` is null where it lacks an amount. */
export interface Unlisted {
  readonly application: string;
  readonly tag: string | null;
  readonly detail: string;
}

/** The lists of a fund. */
export function closedLists({ themes, regions, sizes }: FundDefinition): ClosedLists {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return { theme: ids(themes), region: ids(regions), size: ids(sizes) };
}

/** Every tag and value outside the lists, and every choice that asks for nothing, in the order of the round. */
export function unlisted(lists: ClosedLists, { applications }: Round): Unlisted[] {
  return applications.flatMap((application) => [
    ...Object.entries(application.tags).flatMap(([tag, values]) =>
      outside(lists, application.id, tag, values),
    ),
    ...(asksInEveryChoice(application)
      ? []
      : [
          {
            application: application.id,
            tag: null,
            detail: `application "${application.id}" asks for no amount`,
          },
        ]),
  ]);
}

function outside(
  lists: ClosedLists,
  application: string,
  tag: string,
  values: readonly string[],
): Unlisted[] {
  const list = Object.hasOwn(lists, tag) ? lists[tag] : undefined;
  if (list === undefined) return [{ application, tag, detail: unknownTag(lists, tag) }];
  return values
    .filter((value) => !list.includes(value))
    .map((value) => ({
      application,
      tag,
      detail: `"${value}" is no ${tag} of the fund; expected one of: ${list.join(", ")}`,
    }));
}

/** Says that a fund has no such tag, and which it has. */
export function unknownTag(lists: ClosedLists, tag: string): string {
  return `the fund has no tag "${tag}"; expected one of: ${Object.keys(lists).join(", ")}`;
}

function asksInEveryChoice({ amounts, options = [] }: Application): boolean {
  const choices = [...(amounts === undefined ? [] : [amounts]), ...options.map((option) => option.amounts)];
  return choices.every((choice) => Object.values(choice).some((amount) => amount > 0));
}

/** What keeps the columns of a CSV file from being a call's: budgets and tags that are not there. */
export function unlistedColumns(lists: ClosedLists, budgets: readonly string[], { header }: CsvPlaces) {
  const known = budgets.map((id) => `amount:${id}`);
  return header.flatMap((name, index) => {
    const at = { line: 1, column: index + 1 };
    if (name.startsWith("amount:") && !known.includes(name))
      return [{ at, detail: `the call has no budget for "${name}"; expected ${known.join(", ")}` }];
    const tag = name.startsWith("tag:") ? name.slice("tag:".length) : null;
    return tag !== null && !Object.hasOwn(lists, tag) ? [{ at, detail: unknownTag(lists, tag) }] : [];
  });
}

/** The place of each in a CSV file. */
export function inCsv(found: readonly Unlisted[], { header, lines }: CsvPlaces) {
  const firstAmount = header.findIndex((name) => name.startsWith("amount:"));
  return found.map(({ application, tag, detail }) => ({
    at: {
      line: lines.get(application) ?? 1,
      column: (tag === null ? firstAmount : header.indexOf(`tag:${tag}`)) + 1,
    },
    detail,
  }));
}

/** The place of each in a JSON text; reading has put its applications in another order than they were sent in. */
export function inJson(found: readonly Unlisted[], text: string) {
  const sent = JSON.parse(text.replace(/^\ufeff/, "")) as { applications: readonly { id: string }[] };
  const indexes = new Map(sent.applications.map(({ id }, index) => [id, index]));
  return found.map(({ application, tag, detail }) => {
    const place = `/applications/${indexes.get(application)}`;
    const token = tag?.replaceAll("~", "~0").replaceAll("/", "~1");
    return { at: { pointer: token === undefined ? place : `${place}/tags/${token}` }, detail };
  });
}
