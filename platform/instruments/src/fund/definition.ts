/** What a programme says about a fund, as a round needs it: budgets, limits, rule and lot of one of its calls. */
import { parseRound, type Round } from "@voorsprong/allocation";
import { type Call, callTerms, type FundDefinition } from "@voorsprong/programme";

/** Whether applications can be handed in. */
export type CallState = "announced" | "open" | "closed";

/** Whether a call is still to come, takes applications, or is over, at this moment. */
export function callState(call: Call, now: Date): CallState {
  if (now < new Date(call.opens.instant)) return "announced";
  return now < new Date(call.closes.instant) ? "open" : "closed";
}

/**
 * The call a fund shows now: the open one, else the first that is announced, else the last that closed.
 *
 * @throws RangeError for a fund without calls, which a checked programme has none of
 */
export function currentCall(fund: FundDefinition, now: Date): Call {
  const call =
    fund.calls.find((each) => callState(each, now) === "open") ??
    fund.calls.find((each) => callState(each, now) === "announced") ??
    fund.calls.at(-1);
  if (call === undefined) throw new RangeError(`The fund ${fund.id} has no call.`);
  return call;
}

/**
 * The round of a call before any application came in: everything that is announced. The seed of the lot is the
 * call's id, which is published with the call; a lottery has none before it is drawn.
 */
export function callRound(fund: FundDefinition, call: Call): Round {
  const { seed, money } = fund.tieBreak;
  const tieBreak = {
    seed: seed === "drawn-by-ledger" ? "" : call.id,
    ...(money === undefined ? {} : { money }),
  };
  return parseRound({ ...callTerms(fund, call.id), applications: [], tieBreak });
}
