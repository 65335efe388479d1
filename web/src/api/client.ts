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

async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(API + path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiUnreachable(error);
  }
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

/** The word of the session that goes with every change; asked once, and again when the server finds it old. */
let csrfToken: Promise<string | null> | null = null;

async function csrfHeader(): Promise<Record<string, string>> {
  csrfToken ??= getJson<SessionView>("/session").then((session) => session.csrfToken);
  try {
    const token = await csrfToken;
    return token === null ? {} : { "x-csrf-token": token };
  } catch (error) {
    csrfToken = null;
    throw error;
  }
}

/** Sends a change; one that is refused for an old session word alone is sent once more with a new one. */
async function sendChange(path: string, init: RequestInit): Promise<Response> {
  const send = async () => request(path, { ...init, headers: { ...init.headers, ...(await csrfHeader()) } });
  try {
    return await send();
  } catch (error) {
    const isOld = error instanceof ApiProblem && /x-csrf-token/.test(error.problem.detail);
    if (!isOld) throw error;
    csrfToken = null;
    return send();
  }
}

/**
 * Sends JSON and reads the JSON answer; undefined where there is none.
 * @throws ApiProblem, ApiUnreachable
 */
export async function sendJson<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await sendChange(path, {
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
  return (await (await sendChange(path, { method, headers, body: file })).json()) as T;
}
