/** The HTTP routes of who is here. */
import type { Store } from "@voorsprong/store";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import type { CustomFetch } from "openid-client";
import { providerPath } from "./embedded/provider.js";
import {
  type EmbeddedProviders,
  embeddedChoiceRoutes,
  embeddedProviderRoutes,
  embeddedProviders,
} from "./embedded/routes.js";
import type { SiteAddress } from "./guard/site-address.js";
import { invitationRoutes } from "./invitations/routes.js";
import { organisationRoutes } from "./organisations/routes.js";
import { accessData } from "./privacy/own-data.js";
import type { PersonalData } from "./privacy/personal-data.js";
import { privacyRoutes } from "./privacy/routes.js";
import { roleRoutes } from "./roles/routes.js";
import type { AccessService } from "./service.js";
import { type OpenIdService, openIdService } from "./sign-in/openid.js";
import { signInRoutes } from "./sign-in/routes.js";
import { tokenRoutes } from "./tokens/routes.js";

/** What the routes work with. */
export interface AccessRoutesOptions {
  readonly access: AccessService;
  readonly address: SiteAddress;
  readonly store: Pick<Store, "database" | "now">;
  /** Every other room that holds personal data. */
  readonly personalData: readonly PersonalData[];
  /** The funds there are: roles are handed out on these. */
  readonly fundIds: readonly string[];
}

/** What is registered where. */
export interface AccessRoutes {
  /** Outside the API: the embedded provider, where it is on. */
  readonly site: FastifyPluginAsync;
  /** Below `/api/v1`. */
  readonly api: FastifyPluginAsync;
}

/** The routes of signing in, and of the embedded provider where it is on. */
export function accessRoutes(options: AccessRoutesOptions): AccessRoutes {
  const { access, address, store } = options;
  const { settings } = access;
  const { now } = store;
  const own = ownRoutes(options);
  if (settings.kind === "openid") {
    const service = openIdService(settings);
    return {
      site: async () => {},
      api: async (app) => {
        await own(app);
        await app.register(signInRoutes, { access, address, now, openid: async () => service });
      },
    };
  }
  const providers = embeddedProviders();
  return {
    site: async (app) => {
      await app.register(embeddedProviderRoutes, { address, providers });
    },
    api: async (app) => {
      await own(app);
      await app.register(embeddedChoiceRoutes, { address, providers });
      await app.register(signInRoutes, {
        access,
        address,
        now,
        openid: embeddedService(app, address, providers),
      });
    },
  };
}

/** What there is however people sign in. */
function ownRoutes({ store, address, personalData, fundIds }: AccessRoutesOptions) {
  return async (app: FastifyInstance): Promise<void> => {
    for (const routes of [organisationRoutes, roleRoutes, invitationRoutes, tokenRoutes])
      await app.register(routes, { store, fundIds });
    await app.register(privacyRoutes, { store, address, rooms: [...personalData, accessData] });
  };
}

/** The embedded provider as a sign-in service, under the address of each request. */
function embeddedService(app: FastifyInstance, address: SiteAddress, providers: EmbeddedProviders) {
  const services = new WeakMap<object, OpenIdService>();
  return async (request: FastifyRequest) => {
    const origin = address.originOf(request);
    const provider = await providers(origin);
    const service =
      services.get(provider) ??
      openIdService({
        issuer: new URL(origin + providerPath),
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        scope: "openid profile email",
        askAlways: true,
        fetch: inProcess(app),
      });
    services.set(provider, service);
    return service;
  };
}

/** Sends requests to a server in this process, which need not be reachable under its public address from here. */
function inProcess(app: FastifyInstance): CustomFetch {
  return async (address, init) => {
    const request = new Request(address, init as RequestInit);
    const { pathname, search, host } = new URL(request.url);
    const payload = Buffer.from(await request.arrayBuffer());
    const answer = await app.inject({
      method: request.method as "GET" | "POST",
      url: pathname + search,
      headers: { ...Object.fromEntries(request.headers), host },
      ...(payload.length > 0 ? { payload } : {}),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
    return new Response(new Uint8Array(answer.rawPayload), { status: answer.statusCode, headers });
  };
}
