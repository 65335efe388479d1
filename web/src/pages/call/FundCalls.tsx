/** The calls of one fund, each with how long it is still to come or open. */
import { useQuery } from "@tanstack/react-query";
import { callsQuery } from "../../api/queries.js";
import { TrialBadge } from "../../components/Badge.js";
import { PageLink } from "../../components/PageLink.js";
import { useLocalised } from "../../i18n/texts.js";
import { CallStateBadge } from "./CallStateBadge.js";
import { Countdown } from "./Countdown.js";

/** The list; nothing while the fund has no published call. */
export function FundCalls({ fundId }: { fundId: string }) {
  const l = useLocalised();
  const calls = useQuery(callsQuery({ fundId })).data?.items ?? [];
  if (calls.length === 0) return null;
  return (
    <ul className="stack">
      {calls.map((call) => (
        <li key={call.id}>
          <PageLink path={`/calls/${call.id}`}>{l(call.title)}</PageLink>{" "}
          <CallStateBadge state={call.state} /> {call.example && <TrialBadge />}
          <br />
          <span className="small soft">
            <Countdown call={call} />
          </span>
        </li>
      ))}
    </ul>
  );
}
