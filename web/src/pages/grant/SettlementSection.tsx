/** Settlement: the request, what is proposed and decided, withdrawal, recovery. */
import type { GrantProposalView, GrantView, SettlementOutcome } from "@voorsprong/server/contract";
import { useState } from "react";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { Section } from "../../components/Page.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { ActionForm } from "./ActionForm.js";
import { Lines } from "./Lines.js";
import { ProposeSettlement } from "./ProposeSettlement.js";
import { ProposeWithdrawal } from "./ProposeWithdrawal.js";
import { Recoveries } from "./Recoveries.js";
import { RequestSettlement } from "./RequestSettlement.js";
import { WordsField } from "./WordsField.js";

/** The section. */
export function SettlementSection({ grant, today }: { grant: GrantView; today: string }) {
  const { settlement: t } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const { evidence, proposals, settlementRequest: request } = grant;
  const waits = proposals.some(({ state }) => state === "proposed");
  const running = grant.state === "running" || grant.state === "settling";
  const manages = grant.may.includes("manage") && !waits;
  return (
    <Section title={t.title} id="settlement" intro={t.intro(f.date(grant.agreement.settlement.requestBy))}>
      {evidence.length === 0 ? (
        <p>{t.noEvidence}</p>
      ) : (
        <>
          <p>{t.evidence}</p>
          <ul>
            {evidence.map(({ id, text, article }) => (
              <li key={id}>
                {l(text)} <span className="soft small">({article})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {request !== null && (
        <div className="card stack">
          <h3>{t.requested(f.date(request.requestedAt))}</h3>
          <p className="grant-words">{request.statement}</p>
        </div>
      )}
      {grant.may.includes("apply") &&
        running &&
        !waits &&
        (today > grant.agreement.ends ? (
          <RequestSettlement grant={grant} />
        ) : (
          <p>{t.notYet(f.date(grant.agreement.ends))}</p>
        ))}
      {manages && running && <ProposeSettlement grant={grant} />}
      {manages && grant.state !== "withdrawn" && <ProposeWithdrawal grant={grant} />}
      {proposals.length > 0 && (
        <>
          <h3>{t.proposals}</h3>
          <ul className="stack grant-list">
            {proposals.map((proposal) => (
              <Proposal key={proposal.id} grant={grant} proposal={proposal} />
            ))}
          </ul>
        </>
      )}
      <Recoveries grant={grant} today={today} />
    </Section>
  );
}

const kinds: Record<GrantProposalView["state"], BadgeKind> = {
  proposed: "neutral",
  approved: "good",
  "sent-back": "warning",
};

function Proposal({ grant, proposal }: { grant: GrantView; proposal: GrantProposalView }) {
  const { settlement: t } = useGrantTexts();
  const f = useFormat();
  const decides = proposal.state === "proposed" && grant.may.includes("approve");
  return (
    <li className="card stack">
      <h4>{t.proposal[proposal.kind]}</h4>
      <p>
        <Badge kind={kinds[proposal.state]}>{t.states[proposal.state]}</Badge>{" "}
        <span className="small soft">{f.date(proposal.decidedAt ?? proposal.proposedAt)}</span>
      </p>
      {proposal.kind === "settlement" && <OutcomeFigures outcome={proposal.outcome} />}
      <details>
        <summary>{t.arithmetic}</summary>
        <Lines lines={proposal.outcome.lines} caption={t.arithmetic} />
      </details>
      {proposal.decision !== null && <p className="grant-words">{proposal.decision}</p>}
      {decides &&
        (proposal.own ? <p className="soft">{t.own}</p> : <Decide grant={grant} id={proposal.id} />)}
    </li>
  );
}

/** Settled, paid, and the balance. */
export function OutcomeFigures({ outcome }: { outcome: SettlementOutcome }) {
  const { settlement: t } = useGrantTexts();
  const f = useFormat();
  const { settledCents, paidCents, balanceCents } = outcome;
  return (
    <dl className="grant-figures">
      <div>
        <dt>{t.settled}</dt>
        <dd className="number">{f.money(settledCents)}</dd>
      </div>
      <div>
        <dt>{t.paid}</dt>
        <dd className="number">{f.money(paidCents)}</dd>
      </div>
      <div>
        <dt>{balanceCents < 0 ? t.toRecover : t.toPay}</dt>
        <dd className="number">{f.money(Math.abs(balanceCents))}</dd>
      </div>
    </dl>
  );
}

function Decide({ grant, id }: { grant: GrantView; id: string }) {
  const { settlement: t } = useGrantTexts();
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState(false);
  const path = `/proposals/${id}/decision`;
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={`${t.approve} / ${t.sendBack}`}
      submit={t.approve}
      make={() => ({ path, body: { approve: true, words }, done: t.approved })}
      others={[
        {
          label: t.sendBack,
          make: () => {
            setWrong(words.trim() === "");
            return words.trim() === "" ? null : { path, body: { approve: false, words }, done: t.sentBack };
          },
        },
      ]}
    >
      <WordsField label={t.words} value={words} onChange={setWords} wrong={wrong} />
    </ActionForm>
  );
}
