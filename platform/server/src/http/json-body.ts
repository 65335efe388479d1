/**
 * Reads JSON bodies. The largest structures of this API are an application with its cost table and a call with its form
 * (a round travels as one text), so a body that nests or branches beyond reason is refused before it is parsed: parsing
 * one of 64 MB made of brackets would take gigabytes. A text that no room could keep is refused here, with its place.
 */
import { Refusal } from "@voorsprong/instruments";
import type { FastifyInstance } from "fastify";
import { unstorableTexts } from "./unstorable-texts.js";

/** The most objects and lists a body may hold together. */
const mostContainers = 20_000;

/** Replaces the JSON and text parsers. Prototype pollution is refused, as by the default parser. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body: Buffer, done) => {
    if (holdsMoreContainers(body, mostContainers))
      done(new BodyTooComplex(`the body holds more than ${mostContainers} objects and lists`));
    else {
      const text = body.toString("utf8");
      parse(request, text, (error, value) => {
        const errors = error === null ? unstorableTexts(text, value) : [];
        if (errors.length > 0)
          done(new Refusal("unusable", "A text holds a character that cannot be kept.", errors));
        else done(error, value);
      });
    }
  });
}

/** A body that is not worth parsing. */
class BodyTooComplex extends SyntaxError {
  readonly statusCode = 400;
}

const quote = 0x22;
const backslash = 0x5c;
const brace = 0x7b;
const bracket = 0x5b;

/** Whether JSON text in UTF-8 opens more than `most` objects and lists; brackets inside strings are not counted. */
export function holdsMoreContainers(text: Uint8Array, most: number): boolean {
  let count = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index];
    if (inString) {
      if (byte === backslash) index += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if ((byte === brace || byte === bracket) && ++count > most) return true;
  }
  return false;
}
