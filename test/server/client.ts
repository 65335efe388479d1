/** Somebody who uses the server in a test: signed in in a role, or a visitor. */
import type { AccessService, FundRole } from "@voorsprong/access";
import type { FastifyInstance, InjectOptions } from "fastify";

/** An answer with its body read as JSON, where it is JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of a body.
  readonly body: any;
}

/** Short ways to talk to a server. Paths are below `/api/v1` unless they begin with it. */
export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  send(options: InjectOptions): Promise<Answer>;
}

/** Somebody who is signed in. */
export interface Person extends Client {
  readonly personId: string;
  /** Of an applicant or partner; empty for others. */
  readonly organisationId: string;
  /** The headers that carry the session, for requests that tests make themselves. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Whom to be. */
export type TestRole = FundRole | "applicant" | "signed-in";

/** More about whom to be. */
export interface AsOptions {
  /** The role counts on this fund only; absent: on all funds. */
  readonly fund?: string;
  /** The organisation of an applicant; absent: one of their own. */
  readonly organisation?: string;
  /** Role in that organisation; default `admin`. */
  readonly membership?: "member" | "admin";
  /** Tells people with the same role apart: `server.as("decider", {name: "second"})`. */
  readonly name?: string;
}

/** A client without a session. */
export function clientOf(app: FastifyInstance, headers: Readonly<Record<string, string>> = {}): Client {
  const url = (path: string) => (path.startsWith("/api") ? path : `/api/v1${path}`);
  const send = async (request: InjectOptions): Promise<Answer> => {
    const answer = await app.inject({ ...request, headers: { ...headers, ...request.headers } });
    const isJson =
      /json/.test(String(answer.headers["content-type"])) && answer.headers["content-encoding"] === undefined;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: isJson && answer.body !== "" ? JSON.parse(answer.body) : undefined,
    };
  };
  const change = (method: "POST" | "PUT" | "PATCH" | "DELETE", path: string, body?: unknown) =>
    send({ method, url: url(path), ...(body === undefined ? {} : { payload: body as object }) });
  return {
    send,
    get: (path, headers = {}) => send({ method: "GET", url: url(path), headers }),
    post: (path, body) => change("POST", path, body),
    put: (path, body) => change("PUT", path, body),
    patch: (path, body) => change("PATCH", path, body),
    delete: (path) => change("DELETE", path),
  };
}

/** Signs people in, each once: the same role and options give the same person. */
export function people(app: FastifyInstance, access: AccessService) {
  const known = new Map<string, Promise<Person>>();
  const signIn = async (role: TestRole, { fund, organisation, membership, name }: AsOptions, key: string) => {
    const { personId, secret, csrf } = await access.signIn({
      issuer: "https://sign-in.example.org",
      subject: key,
      name: `Voorbeeld ${role} ${name ?? ""}`.trim(),
      email: `${key.replace(/[^a-z0-9]+/gi, "-").toLowerCase()}@example.org`,
    });
    let organisationId = "";
    if (role === "applicant") {
      organisationId =
        organisation ??
        (await access.addOrganisation({ name: `Voorbeeldbedrijf ${key}`, kind: "company", example: true }));
      await access.addMember(personId, organisationId, membership ?? "admin");
    } else if (role !== "signed-in") {
      await access.grant({ personId, role, fundId: fund ?? null, grantedBy: null });
    }
    return personOf(app, { personId, secret, csrf }, organisationId);
  };
  return {
    as(role: TestRole, options: AsOptions = {}): Promise<Person> {
      const key = [role, options.fund, options.organisation, options.membership, options.name].join("/");
      const person = known.get(key) ?? signIn(role, options, key);
      known.set(key, person);
      return person;
    },
    async asPerson(personId: string): Promise<Person> {
      const session = await access.signInPerson(personId);
      return personOf(app, { personId, ...session }, "");
    },
  };
}

function personOf(
  app: FastifyInstance,
  { personId, secret, csrf }: { personId: string; secret: string; csrf: string },
  organisationId: string,
): Person {
  const headers = { cookie: `voorsprong=${secret}`, "x-csrf-token": csrf };
  return { personId, organisationId, headers, ...clientOf(app, headers) };
}
