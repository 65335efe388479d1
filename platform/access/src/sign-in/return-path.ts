/** Where somebody comes back to after signing in: a page of this site, never another site. */

const nowhere = "http://nowhere.invalid";

/** The path of a page of this site, with its query; the Dutch front page where `text` is none. */
export function returnPath(text: string | undefined): string {
  const fallback = "/nl";
  if (text === undefined || text.length > 2_000 || !text.startsWith("/")) return fallback;
  try {
    // What a browser makes of it decides: `//host`, `/\host` and tabs in between all lead elsewhere.
    const { origin, pathname, search, hash } = new URL(text, nowhere);
    const isPage =
      origin === nowhere && !pathname.startsWith("//") && !/^\/(api|try-out)(\/|$)/.test(pathname);
    return isPage ? pathname + search + hash : fallback;
  } catch {
    return fallback;
  }
}

/** The language of a page's path. */
export function languageOf(path: string): "nl" | "en" {
  return /^\/en(\/|[?#]|$)/.test(path) ? "en" : "nl";
}
