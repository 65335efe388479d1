/** RFC 9457 problem documents: the one form of every error. */
import type { InputError, RefusalKind } from "@voorsprong/instruments";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Problem } from "../contract/index.js";

/** Titles say what kind of problem it is; they are the same for every occurrence (RFC 9457, 3.1.3). */
const titles: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  401: "Sign in first",
  403: "You may not do this",
  404: "There is nothing here",
  405: "This method is not for this resource",
  408: "The request took too long to arrive",
  409: "Not in the present state",
  413: "The request is too large",
  414: "The address is too long",
  415: "This media type is not accepted",
  421: "This server does not answer for that host",
  422: "What was sent cannot be used",
  429: "Too many requests",
  431: "The request headers are too large",
  500: "Something went wrong on our side",
  503: "Not ready, try again later",
};

/** The statuses that a problem may have; each is documented in the OpenAPI document. */
export const problemStatuses = Object.keys(titles).map(Number);

/** The status that tells each kind of refusal. */
export const refusalStatus: Readonly<Record<RefusalKind, number>> = {
  "not-found": 404,
  conflict: 409,
  unusable: 422,
  busy: 503,
  "signed-out": 401,
  forbidden: 403,
};

/**
 * A problem document. `type` is `about:blank`: the status alone says what kind it is (RFC 9457, 4.2.1), and `title`
 * then is a phrase for people.
 */
export function problem(
  status: number,
  detail: string,
  instance: string,
  errors: readonly InputError[] = [],
): Problem {
  const known = status in titles ? status : status >= 500 ? 500 : 400;
  return {
    type: "about:blank",
    title: titles[known] ?? "",
    status: known,
    detail,
    instance,
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
}

/** Seconds after which a busy server may be asked again. */
const retryAfter = "30";

/** Answers with a problem document. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
  errors: readonly InputError[] = [],
): FastifyReply {
  const body = problem(status, detail, pathOf(request.url), errors);
  if (body.status === 503) reply.header("retry-after", retryAfter);
  // A string passes no serialiser of the route, whose response schema knows only its own answers.
  return reply
    .code(body.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify(body));
}

/** The path of a request without its query, which may hold what should not be repeated. */
export function pathOf(url: string): string {
  const end = url.indexOf("?");
  return (end < 0 ? url : url.slice(0, end)).slice(0, 500);
}
