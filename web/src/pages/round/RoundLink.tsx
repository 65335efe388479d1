/** Links within the page of a round, and reading and changing the state in its address. */
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../../i18n/language.js";
import type { RoundSearch } from "./search.js";

/** Changes to the state; `undefined` takes a part back to its default. */
export type SearchPatch = { readonly [K in keyof RoundSearch]?: RoundSearch[K] | undefined };

/** The state in the address, and a function that changes parts of it without a new entry in the history. */
export function useRoundSearch(): readonly [RoundSearch, (patch: SearchPatch) => void] {
  const search = useSearch({ from: "/$lang/rounds/$roundId" });
  const navigate = useNavigate({ from: "/$lang/rounds/$roundId" });
  return [
    search,
    (patch) =>
      void navigate({
        search: (last) => ({ ...last, ...patch }) as RoundSearch,
        replace: true,
        resetScroll: false,
      }),
  ];
}

/**
 * A link to a view of a round; it keeps the scroll position.
 * @param current marks the view that is shown now
 */
export function RoundLink(props: {
  roundId: string;
  search: RoundSearch;
  current?: boolean;
  className?: string;
  "aria-label"?: string;
  children: ReactNode;
}) {
  const lang = useLanguage();
  return (
    <Link
      to="/$lang/rounds/$roundId"
      params={{ lang, roundId: props.roundId }}
      search={props.search}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={props.current ? "page" : undefined}
      aria-label={props["aria-label"]}
      className={props.className}
    >
      {props.children}
    </Link>
  );
}
