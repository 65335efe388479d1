/** What is new in the register, for who wants to follow it: Atom (RFC 4287) and JSON Feed 1.1. */
import type { Localised } from "../../kernel/views.js";

/** One thing that is new. */
export interface FeedItem {
  /** Path on the site that tells more; also what the item is known by. */
  readonly path: string;
  readonly title: Localised;
  readonly text: Localised;
  /** ISO 8601. */
  readonly at: string;
}

/** What the feed is called and where it lies. */
export interface Feed {
  readonly title: Localised;
  readonly author: string;
  /** For instance `https://fund.example.org`. */
  readonly website: string;
  readonly items: readonly FeedItem[];
}

/** As Atom. */
export function atomFeed({ title, author, website, items }: Feed, language: "nl" | "en"): string {
  const self = `${website}/api/v1/register/feed.atom`;
  const updated = items[0]?.at ?? "1970-01-01T00:00:00.000Z";
  const entries = items.map(
    (item) => `  <entry>
    <id>${xml(website + item.path)}</id>
    <title>${xml(item.title[language])}</title>
    <updated>${item.at}</updated>
    <link href="${xml(website + item.path)}"/>
    <summary>${xml(item.text[language])}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${xml(`${website}/register`)}</id>
  <title>${xml(title[language])}</title>
  <author><name>${xml(author)}</name></author>
  <updated>${updated}</updated>
  <link rel="self" href="${xml(self)}"/>
  <link href="${xml(`${website}/register`)}"/>
${entries.join("\n")}
</feed>
`;
}

/** As JSON Feed. */
export function jsonFeed({ title, author, website, items }: Feed, language: "nl" | "en") {
  return {
    version: "https://jsonfeed.org/version/1.1",
    title: title[language],
    home_page_url: `${website}/register`,
    feed_url: `${website}/api/v1/register/feed.json`,
    language,
    authors: [{ name: author }],
    items: items.map((item) => ({
      id: website + item.path,
      url: website + item.path,
      title: item.title[language],
      content_text: item.text[language],
      date_published: item.at,
    })),
  };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function xml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character]!)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}
