/** The grant of an application, computed in the browser by the engine that the service uses too. */
import type { CallDefinition } from "@voorsprong/call-form";
import { amsterdamDay } from "@voorsprong/legal-time";
import type { ApplicationAid, ApplicationDocument } from "@voorsprong/server/contract";
import {
  type AidContent,
  type ApplicationGrant,
  applicationGrant,
  continued,
  RULE_SETS,
  termsOfCall,
} from "@voorsprong/state-aid";
import { useMemo } from "react";

/**
 * The grant as it would be if the application were handed in now.
 * @param goesOn computed as if the present rules went on after their last day
 */
export function useGrant(
  call: CallDefinition,
  document: ApplicationDocument,
  goesOn = false,
): ApplicationGrant {
  return useMemo(
    () =>
      applicationGrant(document as AidContent, {
        ...termsOfCall(call, {
          opens: amsterdamDay(call.opens),
          closes: amsterdamDay(call.closes),
          applied: amsterdamDay(new Date()),
        }),
        ...(goesOn && { sets: RULE_SETS.map(continued) }),
      }),
    [call, document, goesOn],
  );
}

/** What of a computed grant is shown; the service gives the same of what was submitted. */
export type ShownGrant = Pick<
  ApplicationAid,
  "state" | "text" | "rules" | "eligible" | "grant" | "participants" | "lines" | "findings" | "assumptions"
>;

/** A grant of the engine as it is shown. */
export function shownGrant(found: ApplicationGrant): ShownGrant {
  if (found.state !== "grant")
    return {
      state: found.state,
      text: found.text,
      rules: null,
      eligible: null,
      grant: null,
      participants: [],
      lines: [],
      findings: [],
      assumptions: [],
    };
  const { standing, eligible, grant, participants, lines, findings, assumptions } = found.grant;
  const tests = found.sizes.flatMap(({ party, test }) => (test === null ? [] : [{ party, test }]));
  return {
    state: "grant",
    text: null,
    rules: standing?.text ?? null,
    eligible,
    grant,
    participants: [...participants],
    lines: [
      ...tests.flatMap(({ party, test }) =>
        test.lines.map((line) => ({ ...line, participant: line.participant ?? party })),
      ),
      ...lines,
    ],
    findings: [...findings],
    assumptions: [...tests.flatMap(({ test }) => test.assumptions), ...assumptions],
  };
}
