/** What is asked of both servers: the same questions with the same drawn pages, filters, words and dossiers. */
import { randomSource } from "@voorsprong/allocation";

/** Rows on one page of a list. */
export const pageSize = 50;

const words = [
  "warmtepompen",
  "lassen",
  "zorg",
  "aluminium",
  "metaal",
  "cobots",
  "chips",
  "mbo",
  "slaap",
  "gevels",
];

/**
 * The questions, each with the arguments of request `k`.
 * @param rows the applications that both servers hold
 */
export function questionsOn(rows, seed) {
  const random = randomSource(`questions ${seed}`);
  const pages = Math.ceil(rows.length / pageSize);
  const draw = (make) => Array.from({ length: 500 }, make);
  const cycle = (items) => (k) => items[k % items.length];
  const anyRow = () => rows[random.below(rows.length)];
  const filteredBy = (names) => () => {
    const row = anyRow();
    return { wanted: Object.fromEntries(names.map((name) => [name, row[name]])) };
  };
  return [
    ["list, first page", "list", () => ({ page: 1 })],
    ["list, any page", "list", cycle(draw(() => ({ page: 1 + random.below(pages) })))],
    ["sorted by amount, pages 1 to 10", "sorted", cycle(draw(() => ({ page: 1 + random.below(10) })))],
    ["filter: state", "state", cycle(draw(filteredBy(["state"])))],
    ["filter: theme", "filtered", cycle(draw(filteredBy(["theme"])))],
    ["filter: theme, region and size", "filtered", cycle(draw(filteredBy(["theme", "region", "size"])))],
    ["search: a word", "search", cycle(words.map((word) => ({ word })))],
    ["search: a dossier", "dossier", cycle(draw(() => ({ word: anyRow().dossier })))],
    ["one application", "detail", cycle(draw(() => ({ id: anyRow().id })))],
  ].map(([title, kind, argumentsOf]) => ({ title, kind, argumentsOf }));
}
