/** Who of the example people somebody is: asked on a page, answered here. */
import type { FastifyPluginAsync } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { SiteAddress } from "../guard/site-address.js";
import { Refusal } from "../refusal.js";
import { type ExamplePerson, exampleOrganisations, examplePeople, isExampleKey } from "./example-people.js";
import { type EmbeddedProvider, embeddedProvider, providerPath } from "./provider.js";
import { ExampleChoice, ExamplePeople } from "./views.js";

/** The embedded provider under each address the site is visited at. */
export type EmbeddedProviders = (origin: string) => Promise<EmbeddedProvider>;

/** The most addresses: a computer goes by few names, and ports are chosen by who starts the server. */
const mostAddresses = 16;

/** Makes providers when they are first needed. */
export function embeddedProviders(): EmbeddedProviders {
  const made = new Map<string, Promise<EmbeddedProvider>>();
  return (origin) => {
    const found = made.get(origin) ?? embeddedProvider(origin);
    if (made.size >= mostAddresses) made.clear();
    made.set(origin, found);
    return found;
  };
}

/** What these routes work with. */
export interface EmbeddedOptions {
  readonly address: SiteAddress;
  readonly providers: EmbeddedProviders;
}

/** The provider itself, below `providerPath`; register outside the API. */
export const embeddedProviderRoutes: FastifyPluginAsync<EmbeddedOptions> = async (app, options) => {
  // The provider reads bodies itself.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", (_request, _payload, done) => done(null));
  app.route({
    method: ["GET", "POST"],
    url: `${providerPath}/*`,
    schema: { hide: true },
    handler: async (request, reply) => {
      const provider = await options.providers(options.address.originOf(request));
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.hijack();
      await provider.handle(request.raw, reply.raw);
    },
  });
};

const ChoiceParams = z.object({ uid: z.string().min(1).max(100) });
const over = "Signing in took too long, or was begun in another browser. Begin again.";

/** GET /try-out/people, GET and POST /try-out/choices/{uid}. */
export const embeddedChoiceRoutes: FastifyPluginAsyncZod<EmbeddedOptions> = async (app, options) => {
  const providerOf = (request: Parameters<SiteAddress["originOf"]>[0]) =>
    options.providers(options.address.originOf(request));

  app.get(
    "/try-out/people",
    {
      config: { permission: "session.read" },
      schema: {
        operationId: "listExamplePeople",
        tags: ["access"],
        summary: "The example people that the embedded sign-in offers",
        response: { 200: ExamplePeople },
      },
    },
    async () => ({
      items: Object.entries<ExamplePerson>(examplePeople).map(([id, person]) => ({
        id,
        name: person.name,
        task: person.task,
        organisation:
          person.organisation === undefined ? null : exampleOrganisations[person.organisation].name,
      })),
    }),
  );

  app.get(
    "/try-out/choices/:uid",
    { config: { permission: "session.read" }, schema: { hide: true, params: ChoiceParams } },
    async (request, reply) => {
      const language = await (await providerOf(request)).asked(request.raw, reply.raw);
      const page =
        language === null ? "/nl/sign-in?problem=expired" : `/${language}/try-out/${request.params.uid}`;
      return reply.redirect(page, 303);
    },
  );

  app.post(
    "/try-out/choices/:uid",
    {
      config: { permission: "session.begin" },
      schema: {
        hide: true,
        params: ChoiceParams,
        body: z.object({ person: z.string() }),
        response: { 200: ExampleChoice },
      },
    },
    async (request, reply) => {
      const { person } = request.body;
      if (!isExampleKey(person)) throw new Refusal("unusable", `There is no example person ${person}.`);
      const location = await (await providerOf(request)).choose(request.raw, reply.raw, person);
      if (location === null) throw new Refusal("conflict", over);
      return { location };
    },
  );
};
