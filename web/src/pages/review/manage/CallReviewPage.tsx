/** The review of a call for those who run it: progress, who is late, reviewers, assignment. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ReviewProgress } from "@voorsprong/server/contract";
import { reviewProgressQuery } from "../../../api/reviews.js";
import { Badge } from "../../../components/Badge.js";
import { ButtonLink } from "../../../components/Button.js";
import { LoadedPage } from "../../../components/LoadedPage.js";
import { Page, Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { Tally } from "../Tally.js";
import { useManages } from "../use-manages.js";
import { Assignments } from "./Assignments.js";
import { LateReviewers } from "./LateReviewers.js";
import { Proposal } from "./Proposal.js";
import { Reviewers } from "./Reviewers.js";
import "../review.css";

/** The page. */
export function CallReviewPage() {
  const { callId } = useParams({ from: "/$lang/calls/$callId/review" });
  const query = useQuery(reviewProgressQuery(callId));
  return <LoadedPage query={query}>{(progress) => <CallReview progress={progress} />}</LoadedPage>;
}

function CallReview({ progress }: { progress: ReviewProgress }) {
  const { manage: t, panel } = useReviewTexts();
  const f = useFormat();
  const l = useLocalised();
  const { callId, counts, needed } = progress;
  const isFrozen = progress.panel === "frozen";
  const manages = useManages(progress.fundId);
  const isFixed = isFrozen || !manages;
  return (
    <Page
      title={t.title(l(progress.title))}
      crumbs={[{ path: `/calls/${callId}`, label: l(progress.title) }]}
      marks={<Badge kind={isFrozen ? "good" : "neutral"}>{panel.states[progress.panel]}</Badge>}
      intro={<p>{t.intro}</p>}
      actions={<ButtonLink path={`/calls/${callId}/panel`}>{t.toPanel}</ButtonLink>}
    >
      <Section title={t.progress.title}>
        <p>
          {t.progress.needed(f.number(needed))} {progress.blind && t.progress.blind}
        </p>
        <Tally
          items={(
            [
              "applications",
              "complete",
              "lacking",
              "assigned",
              "open",
              "submitted",
              "conflicts",
              "late",
            ] as const
          ).map((name) => ({ label: t.progress[name], count: counts[name] }))}
        />
      </Section>
      <LateReviewers progress={progress} canRemind={manages} />
      <Reviewers callId={callId} isFixed={isFixed} />
      {!isFixed && <Proposal callId={callId} hasProposal={progress.hasProposal} />}
      <Assignments callId={callId} hasProposal={progress.hasProposal} isFixed={isFixed} />
    </Page>
  );
}
