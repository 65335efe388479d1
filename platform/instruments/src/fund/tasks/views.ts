/** Running terms as they go over the wire. */
import { roles } from "@voorsprong/access";
import { z } from "zod";
import { Localised } from "../../kernel/views.js";

/** One term. */
export const TaskView = z
  .object({
    id: z.string(),
    fundId: z.string().nullable(),
    callId: z.string().nullable(),
    subject: z.object({ kind: z.string(), id: z.string() }),
    title: z.string(),
    role: z.enum(roles).meta({ description: "Whose turn it is" }),
    mine: z.boolean(),
    what: Localised,
    article: z.string(),
    started: z.iso.date(),
    due: z.iso.date(),
    suspendedDays: z.int().min(0),
    state: z.enum(["running", "suspended", "late", "done"]),
    path: z.string(),
  })
  .meta({ id: "TaskView" });
export type TaskView = z.infer<typeof TaskView>;

export const TaskList = z
  .object({
    items: z.array(TaskView),
    today: z.iso.date(),
    /** Whether a calendar link was made. */
    calendarLink: z.boolean(),
    assumptions: z.array(Localised),
  })
  .meta({ id: "TaskList" });
export type TaskList = z.infer<typeof TaskList>;

export const CalendarLink = z
  .object({ path: z.string().meta({ description: "Private: whoever has it reads your terms" }) })
  .meta({ id: "CalendarLink" });
export type CalendarLink = z.infer<typeof CalendarLink>;
