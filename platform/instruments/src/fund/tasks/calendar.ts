/** A person's terms as a calendar (iCalendar, RFC 5545): a private link that a calendar program follows. */
import { type Actor, actorOfPerson, hashOfSecret, newSecret } from "@voorsprong/access";
import { addDays } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import { ICalAlarmType, ICalCalendar, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import type { LegalPeriod } from "../../kernel/legal-period.js";
import type { Localised } from "../../kernel/views.js";

/** How many days before the last day a calendar reminds of it. */
const remindDaysBefore = 7;

const text = (nl: string, en: string): Localised => ({ nl, en });
const titles = {
  calendar: text("Voorsprong: termijnen", "Voorsprong: terms"),
  suspended: text("staat stil", "stands still"),
  late: text("te laat", "late"),
};

/**
 * Makes a new link for a person; an older one stops working.
 * @returns the secret, which is kept nowhere
 */
export async function newCalendarLink(from: Queryable, now: Date, personId: string): Promise<string> {
  const secret = newSecret();
  await from.query(
    `INSERT INTO task_feeds (person_id, hash, made_at) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET hash = excluded.hash, made_at = excluded.made_at`,
    [personId, hashOfSecret(secret), now],
  );
  return secret;
}

/** Stops a person's link. */
export async function endCalendarLink(from: Queryable, personId: string): Promise<void> {
  await from.query("DELETE FROM task_feeds WHERE person_id = $1", [personId]);
}

/** Whether a person has a link. */
export async function hasCalendarLink(from: Queryable, personId: string): Promise<boolean> {
  return (await from.query("SELECT 1 FROM task_feeds WHERE person_id = $1", [personId])).length > 0;
}

/** The person of a link, with what they may do now; null when the link is no longer good. */
export async function personOfLink(from: Queryable, secret: string, tryOut: boolean): Promise<Actor | null> {
  const [feed] = await from.query<{ personId: string }>(
    `SELECT person_id AS "personId" FROM task_feeds WHERE hash = $1`,
    [hashOfSecret(secret)],
  );
  return feed === undefined ? null : actorOfPerson(from, feed.personId, tryOut);
}

/**
 * Terms as a calendar with one whole day per term.
 * @param origin the site's address, for links and for ids of events
 */
export function calendarText(
  periods: readonly LegalPeriod[],
  language: "nl" | "en",
  origin: string,
  now: Date,
): string {
  const { hostname } = new URL(origin);
  const calendar = new ICalCalendar({
    name: titles.calendar[language],
    prodId: { company: "Voorsprong", product: "tasks", language: language.toUpperCase() },
    ttl: 3_600,
  });
  for (const period of periods) {
    const { id, due, what, title, article, state, path } = period;
    const mark = state === "suspended" || state === "late" ? ` (${titles[state][language]})` : "";
    const event = calendar.createEvent({
      id: `${id}@${hostname}`,
      start: due,
      end: addDays(due, 1),
      allDay: true,
      stamp: now,
      summary: `${what[language]}: ${title}${mark}`,
      description: `${article}\n${origin}${path}`,
      url: `${origin}${path}`,
      status: state === "suspended" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      // A last day keeps nobody from making appointments on it.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    event.createAlarm({ type: ICalAlarmType.display, trigger: remindDaysBefore * 86_400 });
  }
  return calendar.toString();
}
