/** What can be said of an application before anybody has looked at it: complete or not, eligible or not, the grant. */
import {
  type AnswerError,
  type ApplicationContent,
  type CallDefinition,
  checkAnswers,
  type Eligibility,
  evaluateEligibility,
} from "@voorsprong/call-form";
import { amsterdamDay } from "@voorsprong/legal-time";
import { type AidContent, type ApplicationGrant, applicationGrant, termsOfCall } from "@voorsprong/state-aid";
import type { ApplicationDocument } from "./document.js";
import { type FundLists, type MissingPart, missingParts, type PartnerState } from "./missing-parts.js";
import { type ApplicationWarning, warningsOf } from "./warnings.js";

/** The outcome of all checks. */
export interface ApplicationChecks {
  /** Nothing is missing or wrong, so that it can be submitted. Not being eligible does not stop anybody (Awb 1:3). */
  readonly complete: boolean;
  readonly missing: readonly MissingPart[];
  readonly answers: readonly AnswerError[];
  readonly eligibility: Eligibility;
  readonly grant: ApplicationGrant;
  readonly warnings: readonly ApplicationWarning[];
}

/** A document as the engines read it: what is absent in JSON is absent, and never there as undefined. */
export function contentOf(document: ApplicationDocument): ApplicationContent & AidContent {
  return document as ApplicationContent & AidContent;
}

/** The grant of an application under its call. */
export function grantUnder(
  call: CallDefinition,
  document: ApplicationDocument,
  applied: Date,
): ApplicationGrant {
  return applicationGrant(
    contentOf(document),
    termsOfCall(call, {
      opens: amsterdamDay(call.opens),
      closes: amsterdamDay(call.closes),
      applied: amsterdamDay(applied),
    }),
  );
}

/** Checks an application against its call and the lists of the fund of that call. */
export function checkApplication(
  lists: FundLists,
  call: CallDefinition,
  document: ApplicationDocument,
  partners: readonly PartnerState[],
  applied: Date,
): ApplicationChecks {
  const missing = missingParts(lists, call, document, partners);
  const answers = checkAnswers(call, contentOf(document), { complete: true });
  const grant = grantUnder(call, document, applied);
  return {
    complete: missing.length === 0 && answers.length === 0,
    missing,
    answers,
    eligibility: evaluateEligibility(call, contentOf(document)),
    grant,
    warnings: warningsOf(call, document, grant),
  };
}
