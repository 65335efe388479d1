/** The decision on a call: proposed by one person, approved by another, divided by the engine, told in letters. */
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { DecisionProposal } from "@voorsprong/server/contract";
import { previewQuery, proposalsQuery } from "../../api/decision-queries.js";
import { callQuery } from "../../api/queries.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import "./decision.css";
import { LettersSection } from "./LettersSection.js";
import { PreviewSection } from "./PreviewSection.js";
import { ProposalSection } from "./ProposalSection.js";
import { ReserveSection } from "./ReserveSection.js";
import { Steps } from "./Steps.js";

/** The page of the decision on a call. */
export function CallDecisionPage() {
  const { callId } = useParams({ from: "/$lang/calls/$callId/decision" });
  const proposals = useQuery(proposalsQuery(callId));
  return (
    <LoadedPage query={proposals}>
      {({ items }) => <CallDecision key={callId} callId={callId} proposals={items} />}
    </LoadedPage>
  );
}

function CallDecision({ callId, proposals }: { callId: string; proposals: readonly DecisionProposal[] }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const l = useLocalised();
  const { page = 1 } = useSearch({ from: "/$lang/calls/$callId/decision" });
  const open = proposals.find(({ state }) => state === "proposed" || state === "approved");
  const decided = proposals.find(({ kind, state }) => kind === "call" && state === "decided");
  const [latest] = proposals;
  const preview = useQuery({ ...previewQuery(callId), enabled: open === undefined && decided === undefined });
  const shown = open ?? latest;
  const earlier = proposals.filter((each) => each !== shown);
  const call = useQuery(callQuery(callId)).data;
  const name = call === undefined ? callId.toUpperCase() : l(call.title);
  return (
    <Page
      title={t.call.title(name)}
      crumbs={[{ path: `/calls/${callId}`, label: name }]}
      intro={<p>{t.call.intro}</p>}
    >
      <Steps
        at={
          decided !== undefined
            ? "letters"
            : open === undefined
              ? "prepare"
              : open.state === "approved"
                ? "decide"
                : "approve"
        }
      />
      {open !== undefined && <ProposalSection proposal={open} />}
      {open === undefined && decided === undefined && (
        <>
          {latest?.state === "returned" && <ProposalSection proposal={latest} />}
          <PreviewSection callId={callId} preview={preview} />
        </>
      )}
      {decided !== undefined && (
        <>
          {open === undefined && latest !== undefined && <ProposalSection proposal={latest} />}
          <LettersSection callId={callId} page={page} />
          <ReserveSection callId={callId} isOpen={open !== undefined} />
        </>
      )}
      {earlier.length > 0 && (
        <Section title={t.proposal.earlier}>
          <ul className="stack">
            {earlier.map((each) => (
              <li key={each.number}>
                {t.proposal.title(f.number(each.number))}: {t.proposal.state[each.state]}.{" "}
                {each.roundId !== null && (
                  <PageLink path={`/rounds/${each.roundId}`}>{t.proposal.round}</PageLink>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
