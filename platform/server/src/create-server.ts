/** The server: HTTP around the instruments, and nothing that they could not do without it. */

import { constants } from "node:zlib";
import compress from "@fastify/compress";
import {
  type AccessService,
  accessRoutes,
  guard,
  type PersonalData,
  refuseOtherHosts,
  type SiteAddress,
} from "@voorsprong/access";
import type { InstrumentRegistry } from "@voorsprong/instruments";
import type { Programme } from "@voorsprong/programme";
import type { Store } from "@voorsprong/store";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyPluginAsync } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { answerBrokenConnections } from "./http/broken-connections.js";
import { closeConnectionsWhenIdle } from "./http/closing.js";
import { serveDocs } from "./http/docs.js";
import { answer, handleErrors } from "./http/errors.js";
import { readJsonBodies } from "./http/json-body.js";
import { handleNotFound } from "./http/not-found.js";
import { type Contact, describeApi } from "./http/openapi.js";
import { protect } from "./http/security.js";
import { serveSite, sitePages } from "./http/site.js";
import { apiPrefix, apiVersion } from "./http/version.js";
import { accordRoutes } from "./routes/accord.js";
import { healthRoutes } from "./routes/health.js";
import { ledgerRoutes } from "./routes/ledger.js";

/** What a server is made of. */
export interface ServerOptions {
  readonly programme: Programme;
  readonly store: Store;
  /** Who is here and what they may do. */
  readonly access: AccessService;
  /** Where the site is, as its visitors write it. */
  readonly address: SiteAddress;
  /** The rooms of the instruments that hold personal data. */
  readonly personalData: readonly PersonalData[];
  readonly registry: InstrumentRegistry;
  /** The routes of each instrument, registered below `/api/v1`. */
  readonly instrumentRoutes: readonly FastifyPluginAsync[];
  /** The built pages; they are left out when the directory does not exist. */
  readonly webDir: string;
  readonly contact: Contact;
  /** A pino logger; absent: nothing is logged. */
  readonly logger?: FastifyBaseLogger;
  /** Addresses of proxies whose `X-Forwarded-For` is believed; absent: none. */
  readonly trustProxy?: readonly string[];
  /** Changes that one address may send per minute. */
  readonly writesPerMinute?: number;
  /** Whether jobs are taken up in this process, for `/ready`. */
  readonly working: () => boolean;
}

/** The most a body may be, in bytes, where a route does not say otherwise. */
const bodyLimit = 64 * 1024;

/** Makes a server that is ready to listen or to be injected into. It starts no job and opens nothing by itself. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    ...(options.logger === undefined ? {} : { loggerInstance: options.logger }),
    bodyLimit,
    connectionTimeout: 120_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 30_000,
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 1_000 },
    trustProxy: options.trustProxy === undefined ? false : [...options.trustProxy],
    forceCloseConnections: "idle",
    frameworkErrors: (error, request, reply) => {
      reply.header("API-Version", apiVersion);
      answer(error, request, reply);
    },
    clientErrorHandler: answerBrokenConnections,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  readJsonBodies(app);
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("API-Version", apiVersion);
  });

  closeConnectionsWhenIdle(app);
  handleErrors(app);
  refuseOtherHosts(app, options.address, ["/health", "/ready"]);
  // Before the answers that need no route: pages get the same headers as everything else.
  await protect(app, options.writesPerMinute ?? 600);
  handleNotFound(app, sitePages(options.webDir));
  await app.register(compress, {
    threshold: 1_024,
    encodings: ["br", "gzip", "identity"],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { level: 6 },
  });
  await app.register(guard, {
    access: options.access,
    address: options.address,
    prefix: apiPrefix,
  });
  await describeApi(app, options.contact);
  await serveDocs(app);
  const routes = accessRoutes({
    access: options.access,
    address: options.address,
    store: options.store,
    personalData: options.personalData,
    fundIds: options.programme.funds.map(({ id }) => id),
  });
  await app.register(routes.site);
  await app.register(
    async (api) => {
      api.addHook("onRequest", async (_request, reply) => {
        reply.header("cache-control", "no-store");
      });
      await api.register(routes.api);
      await api.register(accordRoutes, {
        programme: options.programme,
        registry: options.registry,
        now: options.store.now,
      });
      await api.register(ledgerRoutes, { ledger: options.store.ledger });
      for (const instrument of options.instrumentRoutes) await api.register(instrument);
    },
    { prefix: apiPrefix },
  );
  await app.register(healthRoutes, { store: options.store, working: options.working });
  await serveSite(app, options.webDir);
  await app.ready();
  return app;
}
