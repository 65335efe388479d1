/** The root of the site, and everything below a language. */
import { createRootRoute, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { isLanguage, type Language } from "../i18n/language.js";
import { Shell } from "../shell/Shell.js";

/** The root. */
export const root = createRootRoute({ component: Outlet });

/** Everything below a language. An address without one, as the API writes it, goes to the Dutch page. */
export const site = createRoute({
  getParentRoute: () => root,
  path: "$lang",
  beforeLoad: ({ params, location }) => {
    if (!isLanguage(params.lang)) throw redirect({ href: `/nl${location.href}`, replace: true });
  },
  component: function Site() {
    return <Shell language={site.useParams().lang as Language} />;
  },
});
