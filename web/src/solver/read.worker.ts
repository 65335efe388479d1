/** Reads a round outside the page, so that a file of 27,000 applications does not freeze it. */
import { answer } from "./answer.js";
import { type ReadRequest, type ReadResult, readRound } from "./read-round.js";

answer<ReadRequest, never, ReadResult>(readRound);
