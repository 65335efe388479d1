import type { JobView, RoundView } from "@voorsprong/server/contract";
import { useEffect, useState } from "react";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Field, Select } from "../../../components/Field.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { LostContact } from "../LostContact.js";
import { useKeptFocus } from "../use-kept-focus.js";
import { DecisionCard } from "./DecisionCard.js";
import { JobProgress } from "./JobProgress.js";
import { isRunning, useDecisionJob } from "./use-decision-job.js";

/** Time limits to choose from, in seconds. */
const LIMITS = [10, 60, 300, 1800] as const;

/** Has a round decided: the choice of time, the progress, and in the end the result. */
export function Decide({ round }: { round: RoundView }) {
  const t = useRoundTexts();
  const [limit, setLimit] = useState<number>(60);
  const { job, lost, watched, points, seconds, start, cancel } = useDecisionJob(round);
  useAnnounceJob(job, watched);
  const running = isRunning(job);
  const decided = round.state === "decided";
  const [heading, acted] = useKeptFocus(decided ? "decided" : running ? "running" : "waiting");
  if (decided) return <DecisionCard round={round} announce={watched} headingRef={heading} />;
  return (
    <Section title={running && !lost ? t.decide.running : t.decide.title} headingRef={heading}>
      <div className="card stack">
        {lost && <LostContact />}
        {running && job !== undefined ? (
          <JobProgress round={round} job={job} points={points} seconds={seconds} />
        ) : (
          <LastAttempt job={job} />
        )}
        {!running && <p>{t.decide.text}</p>}
        {running ? (
          <div className="row">
            <Button
              busy={cancel.isPending}
              onClick={() => {
                acted();
                cancel.mutate();
              }}
            >
              {cancel.isPending ? t.decide.cancelling : t.decide.cancel}
            </Button>
          </div>
        ) : (
          <form
            className="round-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (start.isPending) return;
              acted();
              start.mutate(limit);
            }}
          >
            <Field label={t.decide.time} hint={t.decide.timeHint}>
              {(control) => (
                <Select
                  control={control}
                  value={String(limit)}
                  onChange={(value) => setLimit(Number(value))}
                  options={LIMITS.map((each) => ({
                    value: String(each),
                    label: each < 60 ? t.decide.seconds(String(each)) : t.decide.minutes(String(each / 60)),
                  }))}
                />
              )}
            </Field>
            <Button purpose="primary" type="submit" busy={start.isPending}>
              {job === undefined ? t.decide.start : t.decide.again}
            </Button>
          </form>
        )}
        {start.isError && <ProblemAlert error={start.error} />}
        {cancel.isError && <ProblemAlert error={cancel.error} />}
      </div>
    </Section>
  );
}

/** How the job before ended, when it brought no decision. */
function LastAttempt({ job }: { job: JobView | undefined }) {
  const t = useRoundTexts();
  if (job?.state === "cancelled") return <Alert kind="info">{t.decide.cancelled}</Alert>;
  if (job?.state !== "failed") return null;
  return (
    <Alert kind="danger" title={t.decide.failed}>
      <p>{job.failure}</p>
    </Alert>
  );
}

/** Reads out each new step and a bad end; the good end is read out with the result, by the card that shows it. */
function useAnnounceJob(job: JobView | undefined, watched: boolean): void {
  const t = useRoundTexts();
  const announce = useAnnounce();
  const state = job?.state;
  const phase = job?.progress.phase;
  useEffect(() => {
    if (!watched || state === undefined || phase === undefined) return;
    if (state === "failed") announce(t.decide.announce.failed);
    else if (state === "cancelled") announce(t.decide.announce.cancelled);
    else if (state !== "done") announce(t.decide.announce.phase(t.decide.phases[phase]));
  }, [watched, state, phase, announce, t]);
}
