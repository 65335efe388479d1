/** What can be asked of a person's running terms. */
import type { Actor } from "@voorsprong/access";
import {
  adjournmentAssumption,
  amsterdamDay,
  equalledDaysAssumption,
  suspensionAssumption,
} from "@voorsprong/legal-time";
import type { Store } from "@voorsprong/store";
import { Refusal } from "../../kernel/refusal.js";
import { calendarText, endCalendarLink, hasCalendarLink, newCalendarLink, personOfLink } from "./calendar.js";
import { isTurnOf, listTasks } from "./list-tasks.js";
import type { CalendarLink, TaskList } from "./views.js";

/** Methods that take a person need one who is signed in. */
export interface TaskService {
  list(actor: Actor, whose: "mine" | "fund"): Promise<TaskList>;
  /** Makes a private calendar link; an older one stops working. */
  newLink(personId: string): Promise<CalendarLink>;
  endLink(personId: string): Promise<void>;
  /** The calendar behind a link. @throws Refusal when the link is no longer good */
  calendar(secret: string, tryOut: boolean, origin: string): Promise<string>;
}

/** Makes the service. */
export function taskService({ database, now }: Pick<Store, "database" | "now">): TaskService {
  return {
    async list(actor, whose) {
      const periods = await listTasks(database, now(), actor, whose);
      return {
        items: periods.map(({ who, ...period }) => ({
          ...period,
          role: who.role,
          mine: isTurnOf(actor, { who, ...period }),
        })),
        today: amsterdamDay(now()),
        calendarLink: actor.personId !== null && (await hasCalendarLink(database, actor.personId)),
        assumptions: [suspensionAssumption, adjournmentAssumption, equalledDaysAssumption].map(
          ({ text }) => text,
        ),
      };
    },
    newLink: async (personId) => ({
      path: `/api/v1/tasks/calendar.ics?link=${await newCalendarLink(database, now(), personId)}`,
    }),
    endLink: (personId) => endCalendarLink(database, personId),
    async calendar(secret, tryOut, origin) {
      const actor = await personOfLink(database, secret, tryOut);
      if (actor === null) throw new Refusal("not-found", "This calendar link does not work, or no longer.");
      return calendarText(await listTasks(database, now(), actor, "mine"), actor.language, origin, now());
    },
  };
}
