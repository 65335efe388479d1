/** One proposal: what it says, and the answer of the second person. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DecisionProposal } from "@voorsprong/server/contract";
import { type FormEvent, useEffect, useState } from "react";
import { sendJson } from "../../api/client.js";
import { proposalQuery, workQuery } from "../../api/decision-queries.js";
import { Alert } from "../../components/Alert.js";
import { Badge } from "../../components/Badge.js";
import { Button } from "../../components/Button.js";
import { Field, TextArea } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { ProposedTable } from "./ProposedTable.js";
import { useHasRole } from "./use-roles.js";

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
  const t = useDecisionTexts();
  const client = useQueryClient();
  const hasRole = useHasRole();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const path = `/calls/${proposal.callId}/proposals/${proposal.number}`;
  const answer = useMutation({
    mutationFn: (back: boolean) =>
      back
        ? sendJson<DecisionProposal>("POST", `${path}/return`, { reason })
        : sendJson<DecisionProposal>("POST", `${path}/approval`),
    onSuccess: () => client.invalidateQueries(),
  });
  if (proposal.mine) return <Alert kind="info">{<p>{t.proposal.mine}</p>}</Alert>;
  if (!hasRole("decider")) return <p>{t.proposal.onlyDecider}</p>;
  function sendBack(event: FormEvent) {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "" && !answer.isPending) answer.mutate(true);
  }
  return (
    <div className="decision__form screen-only">
      {answer.isError && <ProblemAlert error={answer.error} />}
      {!again && <p>{t.proposal.approveText}</p>}
      <div>
        <Button purpose="primary" busy={answer.isPending} onClick={() => answer.mutate(false)}>
          {again
            ? t.proposal.retry
            : proposal.kind === "reserve"
              ? t.proposal.approveReserve
              : t.proposal.approve}
        </Button>
      </div>
      <form className="decision__form" onSubmit={sendBack} noValidate>
        <Field label={t.proposal.backReason} error={missing ? t.proposal.backReasonMissing : undefined}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" busy={answer.isPending}>
            {t.proposal.back}
          </Button>
        </div>
      </form>
    </div>
  );
}
