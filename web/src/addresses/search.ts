/** What addresses have in their query string. */
import { replacing } from "../shell/replacing.js";

/** State of a list in pages: absent means the first page. */
export function pageSearch(search: Record<string, unknown>): { page?: number } {
  const page = Number(search.page);
  return replacing<{ page?: number }>({ page: Number.isSafeInteger(page) && page > 1 ? page : undefined });
}

/** A short text of the query string; absent when it is none. */
export const textSearch = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
