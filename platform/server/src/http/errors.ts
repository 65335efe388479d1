/** Turns whatever goes wrong while a request is handled into a problem document, and never tells how we are built. */
import { type InputError, Refusal } from "@voorsprong/instruments";
import { UnstorableText } from "@voorsprong/store";
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchemaValidationError,
} from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { refusalStatus, sendProblem } from "./problems.js";

/** Details for errors that come from the HTTP layer itself, by status. */
const details: Readonly<Record<number, string>> = {
  400: "The request is not well formed. Check the address, the headers and that the body is valid JSON.",
  408: "The request did not arrive in time. Send it again.",
  414: "The address is longer than this server accepts.",
  415: "Send the body as application/json.",
  421: "This server answers under its own address only. Operators set it in PUBLIC_URL.",
  429: "This address sent too many changes in a short time. Wait a minute and try again.",
  431: "The headers are larger than this server accepts.",
};

/** Answers every error a handler, hook or parser throws. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError | Error>((error, request, reply) => answer(error, request, reply));
}

/** The answer to one error; also used for errors that arise before routing. */
export function answer(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Refusal)
    return sendProblem(request, reply, refusalStatus[error.kind], error.message, error.errors);
  if (error instanceof UnstorableText)
    return sendProblem(request, reply, refusalStatus.unusable, `${error.message}. Remove that character.`);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => inputError(issue, error.validationContext));
    return sendProblem(request, reply, 400, "The request does not have the form that is documented.", errors);
  }
  const status = "statusCode" in error ? (error.statusCode ?? 500) : 500;
  if (status >= 400 && status < 500) {
    const detail = status === 413 ? tooLarge(request) : (details[status] ?? details[400] ?? "");
    return sendProblem(request, reply, status, `${detail}${reasonOf(error)}`);
  }
  request.log.error({ err: error }, "request failed");
  return sendProblem(
    request,
    reply,
    status === 503 ? 503 : 500,
    `This is our fault. If it stays, tell the operator that request ${request.id} failed.`,
  );
}

/** What the resource takes at most, in the unit its limit is a whole number of. */
function tooLarge({ routeOptions }: FastifyRequest): string {
  const kilobytes = Math.floor(routeOptions.bodyLimit / 1024);
  const most =
    kilobytes >= 1024 && kilobytes % 1024 === 0
      ? `${String(kilobytes / 1024)} MB`
      : `${String(kilobytes)} kB`;
  return `The body is larger than this resource accepts: it takes ${most} at most.`;
}

/** What the parser said of a body that is not JSON. */
function reasonOf(error: Error): string {
  return error instanceof SyntaxError || ("code" in error && error.code === "FST_ERR_CTP_INVALID_JSON_BODY")
    ? ` The reader says: ${error.message.slice(0, 200)}.`
    : "";
}

const parts: Readonly<Record<string, InputError["in"]>> = {
  body: "body",
  querystring: "query",
  params: "path",
};

function inputError(issue: FastifySchemaValidationError, context = "body"): InputError {
  const pointer = issue.instancePath === "/" ? "" : issue.instancePath;
  return {
    in: parts[context] ?? "body",
    location: { pointer },
    code: issue.keyword,
    detail: issue.message ?? "This value is not allowed.",
  };
}
