/** A link to a page of the site in the current language. */
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "../i18n/language.js";

/** What a link to a page needs. */
export interface PageLinkProps {
  /** Path without language, as the API writes it: `/rounds/research-2027`. */
  path: string;
  /** State of the page in its query string. */
  search?: Record<string, unknown>;
  /** Fragment without `#`. */
  hash?: string;
  className?: string;
  /** Keep the scroll position: for links that change a part of the page. */
  resetScroll?: boolean;
  "aria-label"?: string;
  /** Only an exact path counts as the current page. */
  exact?: boolean;
  children: ReactNode;
}

/** A link to a page of the site in the current language; marks itself `aria-current="page"` on that page. */
export function PageLink({ path, search, hash, exact = true, children, ...rest }: PageLinkProps) {
  const language = useLanguage();
  const to = (path === "/" ? `/${language}` : `/${language}${path}`) as NonNullable<LinkProps["to"]>;
  return (
    <Link
      to={to}
      search={(search ?? {}) as never}
      {...(hash !== undefined && { hash })}
      activeOptions={{ exact, includeSearch: false }}
      {...rest}
    >
      {children}
    </Link>
  );
}
