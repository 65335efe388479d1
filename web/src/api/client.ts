/** Calls to the API. Answers are typed by the contract of the server; failures are problem documents (RFC 9457). */
import type { Problem, SessionView } from "@voorsprong/server/contract";

/** Base path of the API. */
export const API = "/api/v1";

/** The API answered that it could not do what was asked. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ApiProblem";
    this.problem = problem;
  }
}

/** The API could not be reached at all. */
export class ApiUnreachable extends Error {
  constructor(cause: unknown) {
    super("the server cannot be reached", { cause });
    this.name = "ApiUnreachable";
  }
}

/** Whether there was no contact with a working server, so that asking again can help; a refusal is an answer. */
export function isContactLost(error: Error | null): boolean {
  return error !== null && !(error instanceof ApiProblem && error.problem.status < 500);
}

/** Turns any refused answer into a problem, also one from a proxy in between that knows no problem documents. */
async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get("content-type")?.startsWith("application/problem+json") === true) {
    return (await response.json()) as Problem;
  }
  const title = response.statusText || String(response.status);
  return { type: "about:blank", title, status: response.status, detail: title };
}

/** The methods that change nothing. */
const READING = new Set(["GET", "HEAD"]);

/** What changes carry so that no other site can send them; asked for when it is first needed. */
let csrfToken: Promise<string | null> | undefined;

function currentCsrfToken(): Promise<string | null> {
  csrfToken ??= send("/session", {}).then(async (response) => {
    const { csrfToken: token } = (await response.json()) as SessionView;
    return token;
  });
  csrfToken.catch(() => {
    csrfToken = undefined;
  });
  return csrfToken;
}

/** Asks for the token again with the next change: somebody signed in or out. */
export function forgetCsrfToken(): void {
  csrfToken = undefined;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(API + path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiUnreachable(error);
  }
}

/** A change with its token. One that is refused for an old token has done nothing, and is sent once more. */
async function sendChange(path: string, init: RequestInit): Promise<Response> {
  const withToken = async () => {
    const token = await currentCsrfToken();
    const headers = { ...init.headers, ...(token !== null && { "x-csrf-token": token }) };
    return send(path, { ...init, headers });
  };
  const token = await currentCsrfToken();
  const response = await withToken();
  if (response.status !== 403) return response;
  forgetCsrfToken();
  return (await currentCsrfToken()) === token ? response : withToken();
}

/**
 * Sends a request below the base path. Everything that changes something goes through here, with its token.
 * @throws ApiProblem, ApiUnreachable
 */
export async function request(path: string, init: RequestInit): Promise<Response> {
  const response = READING.has(init.method ?? "GET") ? await send(path, init) : await sendChange(path, init);
  if (!response.ok) throw new ApiProblem(await problemOf(response));
  return response;
}

/** A query string; absent values are left out, lists are repeated. */
export function query(
  values: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== "") parameters.append(name, String(item));
    }
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * Reads JSON.
 * @param path below the base path, for instance `/accord`
 * @throws ApiProblem, ApiUnreachable
 */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await request(path, {
    headers: { accept: "application/json" },
    ...(signal && { signal }),
  });
  return (await response.json()) as T;
}

/**
 * Reads a document byte for byte, for what is checked by its hash.
 * @throws ApiProblem, ApiUnreachable
 */
export async function getText(path: string, signal?: AbortSignal): Promise<string> {
  return (await request(path, signal ? { signal } : {})).text();
}

/**
 * Sends JSON and reads the JSON answer; an answer without content gives undefined.
 * @throws ApiProblem, ApiUnreachable
 */
export async function sendJson<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await request(path, {
    method,
    headers: {
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/**
 * Sends the bytes of a file and reads the JSON answer.
 * @throws ApiProblem, ApiUnreachable
 */
export async function sendFile<T>(method: "POST" | "PUT", path: string, file: Blob): Promise<T> {
  const headers = { accept: "application/json", "content-type": "application/octet-stream" };
  return (await (await request(path, { method, headers, body: file })).json()) as T;
}
