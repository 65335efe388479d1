/**
 * The OpenAPI 3.1 document. It is derived from the routes' own schemas; what holds for every operation (the version
 * header, the problem documents) is added here once, as the NL API Design Rules ask.
 */
import { Buffer } from "node:buffer";
import swagger from "@fastify/swagger";
import { type PermissionId, permissions } from "@voorsprong/access";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { problemStatuses } from "./problems.js";
import { apiPrefix, apiVersion } from "./version.js";

/** Whom users of the API turn to. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

interface Media {
  readonly schema: { readonly $ref: string };
}
interface ResponseObject {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, unknown>;
}
interface Operation {
  security?: readonly unknown[];
  responses?: Record<string, ResponseObject>;
  parameters?: readonly unknown[];
  requestBody?: unknown;
}
interface Document {
  readonly paths?: Record<string, Record<string, Operation>>;
  readonly components?: { schemas?: Record<string, unknown> };
}

/** Registers the document's maker; register before the routes. */
export async function describeApi(app: FastifyInstance, contact: Contact): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Voorsprong",
        version: apiVersion,
        description:
          "Each promise of an industrial policy as a running instrument: funds, rounds, decisions that anyone can recompute, and the ledger they are entered in. Money is in integer cents of the round's unit. Errors are RFC 9457 problem documents.",
        contact: { ...contact },
        license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      },
      components: {
        securitySchemes: {
          token: {
            type: "http",
            scheme: "bearer",
            description: "A token that somebody made for a program on their account page.",
          },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "__Host-voorsprong",
            description:
              "The session of somebody who signed in through OpenID Connect (without https its name is voorsprong). Changes also carry the header x-csrf-token, which GET /session gives.",
          },
        },
      },
      servers: [{ url: apiPrefix, description: "This server" }],
      tags: [
        { name: "access", description: "Who is here: sessions, organisations, roles, own data" },
        { name: "accord", description: "The accord, its clauses and what there is for an organisation" },
        { name: "funds", description: "Funds and their calls" },
        { name: "calls", description: "Calls: what can be applied for, when, and under which rules" },
        { name: "applications", description: "Applications to calls, from the first word to the receipt" },
        { name: "rounds", description: "Rounds, their applications and decisions" },
        { name: "reviews", description: "Who reviews what, reviews, the panel and frozen scores" },
        { name: "proposals", description: "Deciding by two people, and the reserve list" },
        { name: "letters", description: "What was decided about each application, as letter and PDF" },
        { name: "objections", description: "Objections, their files, and decisions on them" },
        { name: "jobs", description: "Deciding and explaining as a job" },
        { name: "grants", description: "After the decision: agreement, reports, settlement, recovery" },
        { name: "payments", description: "Orders for two people of finance, files to the payer and back" },
        { name: "tasks", description: "Who must do what by when" },
        { name: "explanations", description: "Why a decision is as it is, and what would have changed it" },
        {
          name: "register",
          description: "The public register of calls, decisions and awards, and its open data",
        },
        { name: "exchange", description: "Lists that come in and go out as files, and archives of calls" },
        { name: "ledger", description: "The append-only list of everything announced and decided" },
      ],
    },
    transform: (given) => {
      const made = jsonSchemaTransform(given);
      const { permission } = given.route.config ?? {};
      if (permission === undefined || made.schema.hide === true) return made;
      return { ...made, schema: { ...made.schema, security: securityOf(permission) } };
    },
    transformObject: (document) => finish(jsonSchemaTransformObject(document) as Document) as never,
  });
}

const problemMedia: Media = { schema: { $ref: "#/components/schemas/Problem" } };
const versionHeader = { $ref: "#/components/headers/ApiVersion" };

/** Adds to every operation what every operation answers with, and leaves out schemas that nothing refers to. */
function finish(document: Document): Document {
  for (const operations of Object.values(document.paths ?? {}))
    for (const [method, operation] of Object.entries(operations)) {
      const responses = operation.responses ?? {};
      for (const response of Object.values(responses)) {
        response.headers = { "API-Version": versionHeader, ...response.headers };
        response.description =
          response.description === "Default Response" ? "Done" : (response.description ?? "Done");
      }
      for (const status of problemsOf(method, operation))
        responses[status] = {
          description: "A problem document",
          headers: { "API-Version": versionHeader },
          content: { "application/problem+json": problemMedia },
        };
      operation.responses = responses;
    }
  const components = {
    ...document.components,
    headers: {
      ApiVersion: {
        description: "The full version of the API",
        schema: { type: "string", example: apiVersion },
      },
    },
    schemas: referred(document),
  };
  return { ...document, components };
}

/** What an operation asks of who calls it: nothing, a session where it is no trial, or a session. */
function securityOf(permission: PermissionId): Record<string, string[]>[] {
  const { roles } = permissions[permission];
  if (roles.includes("anyone")) return [];
  const signedIn = [{ session: [] }, { token: [] }];
  return roles.includes("trier") ? [{}, ...signedIn] : signedIn;
}

/** The problems an operation can answer with. */
function problemsOf(method: string, operation: Operation): readonly number[] {
  const readsBody = operation.requestBody !== undefined;
  const changes = method !== "get";
  return problemStatuses.filter((status) => {
    if ([413, 415, 422].includes(status)) return readsBody;
    if ([409, 429].includes(status)) return changes;
    if (status === 401) return (operation.security ?? []).length > 0;
    // A change that a page of another site sends is refused to all.
    if (status === 403) return changes || (operation.security ?? []).length > 0;
    if (status === 404) return operation.parameters !== undefined || readsBody;
    return status === 400 || status === 500 || status === 503;
  });
}

/** The schemas that paths refer to, directly or through others. */
function referred(document: Document): Record<string, unknown> {
  const all = document.components?.schemas ?? {};
  const kept = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [, name] of JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      if (name !== undefined && !kept.has(name)) {
        kept.add(name);
        visit(all[name]);
      }
  };
  visit(document.paths);
  return Object.fromEntries([...kept].sort().map((name) => [name, all[name]]));
}

/** The document as it is served, made once. */
export function openApiText(app: FastifyInstance): Buffer {
  return Buffer.from(JSON.stringify(app.swagger()));
}
