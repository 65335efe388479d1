/** Checks documents outside the page: a decision on 27,000 applications takes seconds. */
import { answer } from "./answer.js";
import { type VerifyRequest, type VerifyResult, verifyDocument } from "./verify-document.js";

answer<VerifyRequest, never, VerifyResult>(verifyDocument);
