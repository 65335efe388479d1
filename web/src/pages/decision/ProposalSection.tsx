/** One proposal: what it says, and the answer of the second person. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { DecisionProposal } from "@voorsprong/server/contract";
import { useEffect } from "react";
import { proposalQuery, workQuery } from "../../api/decision-queries.js";
import { Alert } from "../../components/Alert.js";
import { Badge } from "../../components/Badge.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { ProposedTable } from "./ProposedTable.js";
import { SecondPerson } from "./SecondPerson.js";

/** A proposal with what can be done about it. */
export function ProposalSection({ proposal }: { proposal: DecisionProposal }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const { callId, number, kind, state, note, answer, hash, proposedAt, roundId } = proposal;
  const content = useQuery(proposalQuery(callId, number));
  const titles = {
    call: t.proposal.title,
    reserve: t.proposal.reserveTitle,
    objection: t.proposal.objectionTitle,
  };
  return (
    <Section title={titles[kind](f.number(number))}>
      <p>
        <Badge kind={state === "decided" ? "good" : state === "returned" ? "warning" : "running"}>
          {t.proposal.state[state]}
        </Badge>{" "}
        {t.proposal.proposedAt(f.dateTime(proposedAt))} {note}
      </p>
      {answer !== null && (
        <Alert kind="warning" title={t.proposal.returnedBecause}>
          <p>{answer}</p>
        </Alert>
      )}
      {state === "approved" && <Working proposal={proposal} />}
      {roundId !== null && state === "decided" && (
        <p>
          <PageLink path={`/rounds/${roundId}`}>{t.proposal.round}</PageLink>
        </p>
      )}
      <Loaded query={content}>{(loaded) => <ProposedTable content={loaded} />}</Loaded>
      <p className="small soft decision__hash">
        {t.proposal.hash}: <code>{hash}</code>
      </p>
      {state === "proposed" && <Answer proposal={proposal} />}
    </Section>
  );
}

/** How far the engine is; what to do when it did not succeed. */
function Working({ proposal }: { proposal: DecisionProposal }) {
  const t = useDecisionTexts();
  const client = useQueryClient();
  const job = useQuery(workQuery(proposal.jobId)).data;
  const done = job?.state === "done";
  useEffect(() => {
    if (done) void client.invalidateQueries();
  }, [done, client]);
  if (job?.state === "failed" || job?.state === "cancelled")
    return (
      <Alert kind="danger" title={t.proposal.failed} live>
        <p>{job.failure}</p>
        <p>{t.proposal.failedText}</p>
        <Answer proposal={proposal} again />
      </Alert>
    );
  const phase = job === undefined ? "queued" : (job.progress.phase ?? "queued");
  return (
    <div role="status">
      <Alert kind="info" title={t.proposal.working}>
        <p>{t.proposal.phase[phase] ?? ""}</p>
        <progress aria-label={t.proposal.working} />
      </Alert>
    </div>
  );
}

function Answer({ proposal, again = false }: { proposal: DecisionProposal; again?: boolean }) {
  const { proposal: t } = useDecisionTexts();
  const path = `/calls/${proposal.callId}/proposals/${proposal.number}`;
  const take = proposal.kind === "reserve" ? t.approveReserve : t.approve;
  return (
    <SecondPerson
      mine={proposal.mine}
      takePath={`${path}/approval`}
      returnPath={`${path}/return`}
      texts={{
        mine: t.mine,
        onlyDecider: t.onlyDecider,
        ...(again ? {} : { takeText: t.approveText }),
        take: again ? t.retry : take,
        back: t.back,
        backReason: t.backReason,
        backMissing: t.backReasonMissing,
      }}
    />
  );
}
