/** The engine's proposal: what it assigns, what is impossible and why, the work per reviewer. */
import { useQuery } from "@tanstack/react-query";
import type { ProposalView } from "@voorsprong/server/contract";
import { proposalQuery } from "../../../api/reviews.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useChange } from "./use-change.js";

/** The proposal with what can be done with it. */
export function Proposal({ callId, hasProposal }: { callId: string; hasProposal: boolean }) {
  const { manage } = useReviewTexts();
  const t = manage.proposal;
  const f = useFormat();
  const query = useQuery({ ...proposalQuery(callId), enabled: hasProposal });
  const make = useChange<ProposalView>(callId, ({ proposed, applications }) =>
    t.summary(f.number(proposed), f.number(applications)),
  );
  return (
    <Section title={t.title} intro={t.intro}>
      {hasProposal ? (
        <Loaded query={query}>{(proposal) => <Made callId={callId} proposal={proposal} />}</Loaded>
      ) : (
        <p>{t.none}</p>
      )}
      {make.isError && <ProblemAlert error={make.error} />}
      <div className="row screen-only">
        <Button
          purpose={hasProposal ? "secondary" : "primary"}
          busy={make.isPending}
          onClick={() => make.mutate({ method: "POST", part: "assignment-proposal" })}
        >
          {make.isPending ? t.making : hasProposal ? t.again : t.make}
        </Button>
      </div>
    </Section>
  );
}

function Made({ callId, proposal }: { callId: string; proposal: ProposalView }) {
  const { manage } = useReviewTexts();
  const t = manage.proposal;
  const f = useFormat();
  const confirm = useChange<{ made: number }>(callId, ({ made }) => t.confirmed(f.number(made)));
  const discard = useChange(callId, () => t.discarded);
  const { revision } = proposal;
  return (
    <div className="stack">
      <p>
        {t.summary(f.number(proposal.proposed), f.number(proposal.applications))}{" "}
        {proposal.byHand > 0 && t.byHand(f.number(proposal.byHand))}{" "}
        {proposal.standing > 0 && t.standing(f.number(proposal.standing))}
      </p>
      <Shortages shortages={proposal.shortages} />
      <Table
        caption={t.loads}
        stacked
        rows={proposal.loads}
        rowKey={({ personId }) => personId}
        columns={[
          {
            id: "name",
            header: manage.reviewers.name,
            rowHeader: true,
            cell: ({ name }) => name ?? manage.reviewers.removed,
          },
          { id: "now", header: t.now, numeric: true, cell: ({ standing }) => f.number(standing) },
          {
            id: "proposed",
            header: t.proposed,
            numeric: true,
            cell: ({ proposed }) => `+${f.number(proposed)}`,
          },
          { id: "room", header: t.room, numeric: true, cell: ({ capacity }) => f.number(capacity) },
          {
            id: "match",
            header: t.match,
            numeric: true,
            cell: ({ match }) => (match === null ? "–" : t.matchOf(f.number(match))),
          },
        ]}
      />
      {confirm.isError && <ProblemAlert error={confirm.error} />}
      {discard.isError && <ProblemAlert error={discard.error} />}
      <div className="row screen-only">
        <Button
          purpose="primary"
          busy={confirm.isPending}
          onClick={() =>
            confirm.mutate({
              method: "POST",
              part: "assignment-proposal/confirmation",
              body: { revision },
            })
          }
        >
          {t.confirm}
        </Button>
        <Button
          purpose="subtle"
          busy={discard.isPending}
          onClick={() => discard.mutate({ method: "DELETE", part: "assignment-proposal" })}
        >
          {t.discard}
        </Button>
      </div>
    </div>
  );
}

function Shortages({ shortages }: { shortages: ProposalView["shortages"] }) {
  const { manage } = useReviewTexts();
  const t = manage.proposal;
  const f = useFormat();
  const l = useLocalised();
  if (shortages.length === 0) return null;
  return (
    <Alert kind="warning" title={t.shortages}>
      {shortages.map((shortage) => (
        <div key={shortage.applications[0]?.applicationId ?? shortage.text.en} className="stack">
          <p>{l(shortage.text)}</p>
          <ul>
            {shortage.applications.slice(0, 10).map(({ applicationId, dossier, missing }) => (
              <li key={applicationId}>{t.missing(dossier, f.number(missing))}</li>
            ))}
          </ul>
        </div>
      ))}
    </Alert>
  );
}
