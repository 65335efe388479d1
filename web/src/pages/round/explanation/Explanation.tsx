import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { DecisionSummary, ExplanationSummary, JobView, RoundView } from "@voorsprong/server/contract";
import { API } from "../../../api/client.js";
import { decisionSummaryQuery, explanationSummaryQuery } from "../../../api/queries.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { KeyFigures } from "../KeyFigures.js";
import { LostContact } from "../LostContact.js";
import { isRunning } from "../overview/use-decision-job.js";
import { useRoundFormat } from "../units.js";
import { useKeptFocus } from "../use-kept-focus.js";
import { Inversions } from "./Inversions.js";
import { Prices } from "./Prices.js";
import { type FollowedJob, useJob } from "./use-job.js";

/** What settled a decision under `optimal`; while that is worked out, how far it is. */
export function Explanation({ round, summary }: { round: RoundView; summary: DecisionSummary }) {
  const t = useRoundTexts().explanation;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const jobId = summary.explanationJobId;
  const followed = useJob(
    jobId,
    `/rounds/${encodeURIComponent(round.id)}/explanation`,
    ({ id }) =>
      queries.setQueryData(
        decisionSummaryQuery(round.id).queryKey,
        (last) => last && { ...last, explanationJobId: id },
      ),
    () => {
      announce(t.made);
      void queries.invalidateQueries({ queryKey: ["application-explanation", round.id] });
    },
  );
  const isThere = followed.job?.state === "done";
  const query = useQuery({ ...explanationSummaryQuery(round.id), enabled: isThere });
  const { job } = followed;
  const [heading, acted] = useKeptFocus(isRunning(job) ? "running" : (job?.state ?? "waiting"));
  return (
    <Section title={t.heading} intro={t.intro} headingRef={heading}>
      {isThere ? (
        <Loaded query={query}>{(explanation) => <Parts round={round} explanation={explanation} />}</Loaded>
      ) : (
        <Making followed={followed} onAct={acted} />
      )}
    </Section>
  );
}

/** An explanation that is not there: under way, stopped or failed. */
function Making(props: { followed: FollowedJob; onAct: () => void }) {
  const { job, lost, start, cancel } = props.followed;
  const t = useRoundTexts().explanation;
  const { number } = useFormat();
  if (job === undefined || isRunning(job))
    return (
      <div className="card stack">
        {lost && <LostContact />}
        <p role="status">
          {lost ? null : t.making} {job === undefined ? null : <Steps job={job} number={number} />}
        </p>
        {job !== undefined && (
          <div className="row screen-only">
            <Button
              busy={cancel.isPending}
              onClick={() => {
                props.onAct();
                cancel.mutate();
              }}
            >
              {t.cancel}
            </Button>
          </div>
        )}
        {cancel.isError && <ProblemAlert error={cancel.error} />}
      </div>
    );
  return (
    <>
      {job.state === "failed" ? (
        <Alert kind="danger" title={t.failed}>
          <p lang="en">{job.failure}</p>
        </Alert>
      ) : (
        <Alert kind="info">{t.cancelled}</Alert>
      )}
      <div className="screen-only">
        <Button
          busy={start.isPending}
          onClick={() => {
            props.onAct();
            start.mutate();
          }}
        >
          {t.again}
        </Button>
      </div>
      {start.isError && <ProblemAlert error={start.error} />}
    </>
  );
}

function Steps({ job, number }: { job: JobView; number: (value: number) => string }) {
  const t = useRoundTexts().explanation;
  const { steps } = job.progress;
  return steps === null ? null : t.makingSteps(number(steps.done + 1), number(steps.of));
}

function Parts({ round, explanation }: { round: RoundView; explanation: ExplanationSummary }) {
  const t = useRoundTexts().explanation;
  const { number } = useFormat();
  return (
    <div className="stack stack--wide">
      <Prices round={round} prices={explanation.prices} />
      <Inversions round={round} inversions={explanation.inversions} />
      <Standing round={round} standing={explanation.standing} />
      <p className="small soft">
        {t.seconds(number(explanation.seconds, 1))}{" "}
        <a
          className="screen-only"
          href={`${API}/rounds/${encodeURIComponent(round.id)}/explanation`}
          download={`${round.id}-explanation.json`}
        >
          {t.download}
        </a>
      </p>
    </div>
  );
}

function Standing(props: { round: RoundView; standing: ExplanationSummary["standing"] }) {
  const t = useRoundTexts().explanation.standing;
  const localised = useLocalised();
  const { count } = useRoundFormat(props.round);
  const { standing } = props;
  return (
    <div className="stack">
      <h3>{t.heading}</h3>
      {standing === null ? (
        <p>{t.unknown}</p>
      ) : (
        <>
          <p>{localised(standing.text)}</p>
          <KeyFigures
            figures={(["all", "some", "none", "unsettled"] as const)
              .filter((list) => list !== "unsettled" || standing.unsettled > 0)
              .map((list) => ({ label: t.names[list], value: count(standing[list]) }))}
          />
        </>
      )}
    </div>
  );
}
