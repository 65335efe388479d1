/** Checks outside the page, so that a decision on 27,000 applications does not freeze it. */
import { answer } from "../solver/answer.js";
import { type Verification, verifyText } from "./verify-text.js";

answer<string, never, Verification>(verifyText);
