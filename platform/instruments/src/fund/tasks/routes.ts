/** Running terms: the list of who is signed in, and the calendar behind a private link. */
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { FundService } from "../service.js";
import { CalendarLink, TaskList } from "./views.js";

/** GET /tasks, GET /tasks/calendar.ics, POST and DELETE /tasks/calendar-link. */
export const taskRoutes: FastifyPluginAsyncZod<{ readonly funds: FundService }> = async (app, { funds }) => {
  const { tasks } = funds;

  app.get(
    "/tasks",
    {
      config: { permission: "task.read" },
      schema: {
        operationId: "listTasks",
        tags: ["tasks"],
        summary: "Running terms, what is due first on top",
        querystring: z.object({
          whose: z
            .enum(["mine", "fund"])
            .default("mine")
            .meta({ description: "fund: all terms of funds that you look after as well" }),
        }),
        response: { 200: TaskList },
      },
    },
    (request) => tasks.list(request.actor, request.query.whose),
  );

  app.get(
    "/tasks/calendar.ics",
    {
      config: { permission: "task.calendar" },
      schema: {
        operationId: "taskCalendar",
        tags: ["tasks"],
        summary: "The same as an iCalendar file, by the private link that a calendar program follows",
        querystring: z.object({ link: z.string().min(1).max(200) }),
        response: {
          200: { description: "iCalendar (RFC 5545)", content: { "text/calendar": { schema: z.string() } } },
        },
      },
    },
    async (request, reply) => {
      const origin = `${request.protocol}://${request.host}`;
      const text = await tasks.calendar(request.query.link, request.actor.tryOut, origin);
      return reply.header("content-type", "text/calendar; charset=utf-8").send(text as never);
    },
  );

  app.post(
    "/tasks/calendar-link",
    {
      config: { permission: "task.read" },
      schema: {
        operationId: "newCalendarLink",
        tags: ["tasks"],
        summary: "Makes a private calendar link; an older one stops working",
        response: { 201: CalendarLink },
      },
    },
    async (request, reply) => reply.code(201).send(await tasks.newLink(request.actor.personId!)),
  );

  app.delete(
    "/tasks/calendar-link",
    {
      config: { permission: "task.read" },
      schema: {
        operationId: "endCalendarLink",
        tags: ["tasks"],
        summary: "Stops the calendar link",
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await tasks.endLink(request.actor.personId!);
      return reply.code(204).send(null);
    },
  );
};
