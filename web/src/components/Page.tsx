/** The layout of a page: title, introduction and content. Every page has exactly one. */
import { type ReactNode, type Ref, useEffect } from "react";
import { useShellTexts } from "../i18n/shell.js";
import { useHeadingFocus } from "../shell/focus.js";
import "./Page.css";
import { PageLink } from "./PageLink.js";

/** A step in the trail above the title. */
export interface Crumb {
  readonly path: string;
  readonly label: string;
  /** The part of that page, without `#`. */
  readonly hash?: string;
}

/**
 * A page with its heading.
 * @param crumbs the pages above this one, from the top; the page itself is not in it
 * @param marks badges beside the title, for instance that it holds example data
 * @param intro one or two sentences that say what the page is
 * @param actions what can be done here
 * @param beside a picture beside the introduction; below it on a small screen
 */
export function Page(props: {
  title: string;
  crumbs?: readonly Crumb[];
  marks?: ReactNode;
  intro?: ReactNode;
  actions?: ReactNode;
  beside?: ReactNode;
  children: ReactNode;
}) {
  const t = useShellTexts();
  const heading = useHeadingFocus();
  useEffect(() => {
    document.title = props.title === t.product ? t.product : `${props.title} – ${t.product}`;
  }, [props.title, t]);
  const header = (
    <header className="page__header">
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.marks && <div className="row">{props.marks}</div>}
      {props.intro && <div className="page__intro">{props.intro}</div>}
      {props.actions && <div className="row screen-only">{props.actions}</div>}
    </header>
  );
  return (
    <article className="page">
      {props.crumbs && (
        <nav aria-label={t.breadcrumbs} className="page__crumbs screen-only">
          <ol>
            {props.crumbs.map((crumb) => (
              <li key={crumb.label}>
                <PageLink path={crumb.path} {...(crumb.hash !== undefined && { hash: crumb.hash })}>
                  {crumb.label}
                </PageLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {props.beside === undefined ? (
        header
      ) : (
        <div className="page__opening">
          {header}
          {props.beside}
        </div>
      )}
      {props.children}
    </article>
  );
}

/**
 * A part of a page with a heading. `id` makes it reachable by `#id`.
 * @param headingRef makes the heading one that can be given focus
 */
export function Section(props: {
  title: string;
  id?: string;
  intro?: ReactNode;
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <section className="section" id={props.id}>
      <h2 ref={props.headingRef} tabIndex={props.headingRef === undefined ? undefined : -1}>
        {props.title}
      </h2>
      {props.intro && <p className="soft">{props.intro}</p>}
      {props.children}
    </section>
  );
}
