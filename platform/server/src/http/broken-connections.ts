/** Answers what the HTTP parser could not read as a request: it never reaches a route. */
import type { Socket } from "node:net";
import { problem } from "./problems.js";
import { apiVersion } from "./version.js";

/** The status for what went wrong on the wire; everything else is a malformed request. */
const statuses: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [
    431,
    "Request Header Fields Too Large",
    "The headers are larger than this server accepts.",
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout", "The request did not arrive in time. Send it again."],
};

/** Writes a problem document to the socket and closes it. */
export function answerBrokenConnections(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, phrase, detail] = statuses[error.code ?? ""] ?? [
    400,
    "Bad Request",
    "This is not a well-formed HTTP request.",
  ];
  const body = JSON.stringify(problem(status, detail, "/"));
  socket.end(
    [
      `HTTP/1.1 ${status} ${phrase}`,
      "content-type: application/problem+json; charset=utf-8",
      `content-length: ${Buffer.byteLength(body)}`,
      `API-Version: ${apiVersion}`,
      "connection: close",
      "",
      body,
    ].join("\r\n"),
  );
}
