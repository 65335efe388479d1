/** Terms of deciding that run now: on applications (Awb 4:13), on proposals that wait, on objections (Awb 7:10). */
import type { CallDefinition } from "@voorsprong/call-form";
import { amsterdamDay, decisionTerm, type Suspension } from "@voorsprong/legal-time";
import type { Queryable } from "@voorsprong/store";
import { type LegalPeriod, type PeriodSource, periodState } from "../../kernel/legal-period.js";
import { dossierOf } from "../applications/record.js";
import { decisionDeadline } from "./objections/deadlines.js";
import { eventsOf, listObjections } from "./store/objections.js";

interface WaitingCall {
  readonly id: string;
  readonly fundId: string;
  readonly title: { readonly nl: string };
  readonly definition: CallDefinition;
  readonly closes: Date;
  readonly proposed: number | null;
}

/** Calls that closed, have something to decide and are not decided. */
const waitingCalls = (from: Queryable, now: Date, funds: readonly string[] | null): Promise<WaitingCall[]> =>
  from.query(
    `SELECT c.id, c.fund_id AS "fundId", c.title, c.definition, c.closes,
       (SELECT p.number FROM proposals p WHERE p.call_id = c.id AND p.state = 'proposed') AS proposed
     FROM calls c WHERE c.state = 'published' AND c.closes <= $1 AND ($2::text[] IS NULL OR c.fund_id = ANY($2))
       AND EXISTS (SELECT 1 FROM grant_applications a WHERE a.call_id = c.id AND a.state IN ('submitted', 'returned'))
       AND NOT EXISTS (SELECT 1 FROM proposals p WHERE p.call_id = c.id AND p.kind = 'call' AND p.state = 'decided')`,
    [now, funds],
  );

/**
 * The decision on a call, counted from its closing: the fund's manager proposes, and while a proposal waits it is the
 * decider's turn. A single application that stood still while it was completed has its own later day (Awb 4:15), which
 * its page tells; the call as a whole keeps to the earliest.
 */
function callPeriod(
  { id, fundId, title, definition, closes, proposed }: WaitingCall,
  now: Date,
): LegalPeriod {
  const today = amsterdamDay(now);
  const started = amsterdamDay(closes);
  const none: readonly Suspension[] = [];
  const { ends } = decisionTerm({
    receivedOn: started,
    period: { count: definition.decisionWeeks, unit: "weeks" },
    suspensions: none,
    today,
  });
  return {
    id: `decision/${id}`,
    fundId,
    callId: id,
    subject: { kind: "call", id },
    title: title.nl,
    who: { role: proposed === null ? "fund-manager" : "decider" },
    what:
      proposed === null
        ? { nl: "Stel het besluit op deze openstelling voor.", en: "Propose the decision on this call." }
        : {
            nl: `Keur voorstel ${proposed} goed, of stuur het terug.`,
            en: `Approve proposal ${proposed}, or send it back.`,
          },
    article: "Awb 4:13",
    started,
    due: ends,
    suspendedDays: 0,
    state: periodState({ due: ends }, today),
    path: `/calls/${id}/decision`,
  };
}

/** The terms of this room. */
export const decisionPeriods: PeriodSource = async (from, now, { funds, organisations }) => {
  const today = amsterdamDay(now);
  const calls = (await waitingCalls(from, now, funds)).map((call) => callPeriod(call, now));
  const objections: LegalPeriod[] = [];
  for (const objection of await listObjections(from, { funds, organisations })) {
    if (objection.state !== "open" && objection.state !== "prepared") continue;
    const term = decisionDeadline(objection, await eventsOf(from, objection.id), now);
    objections.push({
      id: `objection/${objection.id}`,
      fundId: objection.fundId,
      callId: objection.callId,
      subject: { kind: "objection", id: objection.id },
      title: dossierOf({ callId: objection.callId, number: objection.applicationNumber })!,
      who: { role: objection.state === "open" ? "fund-manager" : "decider" },
      what:
        objection.state === "open"
          ? {
              nl: `Behandel bezwaar ${objection.number} en bereid de beslissing voor.`,
              en: `Handle objection ${objection.number} and prepare the decision.`,
            }
          : {
              nl: `Neem de beslissing op bezwaar ${objection.number}.`,
              en: `Take the decision on objection ${objection.number}.`,
            },
      article: "Awb 7:10",
      started: objection.termEnds,
      due: term.ends,
      suspendedDays: term.suspendedDays,
      state: periodState({ due: term.ends }, today),
      path: `/objections/${objection.id}`,
    });
  }
  return [...calls, ...objections];
};
