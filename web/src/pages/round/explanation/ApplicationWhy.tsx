import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  ApplicationExplanation,
  ApplicationView,
  Localised,
  RoundView,
} from "@voorsprong/server/contract";
import type { Ref } from "react";
import { applicationExplanationQuery, decisionSummaryQuery } from "../../../api/queries.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Loaded } from "../../../components/Loading.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import type { ExplainAnswer, ExplainSteps } from "../../../solver/explain.js";
import { startExplaining } from "../../../solver/workers.js";
import { decisionTextQuery } from "../decision-document.js";
import { LostContact } from "../LostContact.js";
import { isRunning } from "../overview/use-decision-job.js";
import { type RoundContext, titlesOf } from "../units.js";
import { useKeptFocus } from "../use-kept-focus.js";
import { useRun } from "../use-run.js";
import { useJob } from "./use-job.js";

/** In rounds up to this many applications the browser works out the exact answers, in larger ones the server. */
const MOST_IN_BROWSER = 5_000;

type KnownQuery = UseQueryResult<ApplicationExplanation>;

/**
 * Asks what is known of one application. Null, and not asked, in a round without an outcome under `optimal`: where no
 * selection meets the limits, those say all, and the server explains no application.
 */
export function useKnown(round: RoundView, application: ApplicationView): KnownQuery | null {
  const decided = round.rule === "optimal" && application.funded !== null;
  const { data } = useQuery({ ...decisionSummaryQuery(round.id), enabled: decided });
  const hasOutcome = decided && data?.outcome.status === "decided";
  const query = useQuery({
    ...applicationExplanationQuery(round.id, application.id),
    enabled: hasOutcome,
  });
  return hasOutcome ? query : null;
}

/**
 * What is known of one application under `optimal`, and on request exactly what it needed; `onFound` hears what this
 * browser worked out.
 */
export function ApplicationWhy(
  context: RoundContext & {
    application: ApplicationView;
    query: KnownQuery;
    onFound: (answer: ExplainAnswer) => void;
  },
) {
  const { round, application, query } = context;
  return (
    <div className="stack application-why">
      <Loaded query={query}>
        {(known) =>
          application.funded ? (
            <>
              <Heading />
              <Known known={known} />
            </>
          ) : round.applications <= MOST_IN_BROWSER ? (
            <InBrowser {...context} known={known} />
          ) : (
            <OnServer {...context} known={known} />
          )
        }
      </Loaded>
    </div>
  );
}

/** The heading, which takes the focus when a button below it goes away. */
function Heading({ headingRef }: { headingRef?: Ref<HTMLHeadingElement> }) {
  const t = useRoundTexts().explanation.application;
  return (
    <h4 ref={headingRef} tabIndex={-1}>
      {t.heading}
    </h4>
  );
}

/** The sentences, under what they answer. */
function Known({ known }: { known: Omit<ApplicationExplanation, "jobId" | "exact"> }) {
  const t = useRoundTexts().explanation.application;
  const localised = useLocalised();
  const lines: readonly (readonly [string, Localised | null])[] = [
    [t.standing, known.standingText],
    [t.inTheWay, known.inTheWay],
    [t.points, known.points],
    [t.cost, known.cost],
  ];
  return (
    <dl className="round-facts">
      {lines.map(([label, text]) =>
        text === null ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{localised(text)}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

type AskProps = RoundContext & {
  readonly application: ApplicationView;
  readonly known: ApplicationExplanation;
  readonly onFound: (answer: ExplainAnswer) => void;
};

function InBrowser({ round, fund, application, known, onFound }: AskProps) {
  const t = useRoundTexts().explanation.application;
  const { number } = useFormat();
  const announce = useAnnounce();
  const localised = useLocalised();
  const queries = useQueryClient();
  const { run, progress, start, cancel } = useRun<ExplainAnswer, ExplainSteps>((answer) => {
    announce(answer.points === null ? t.done : `${t.done} ${localised(answer.points)}`);
    onFound(answer);
  });
  const document = useQuery({ ...decisionTextQuery(round.id), enabled: false });
  const [heading, acted] = useKeptFocus(run.state);
  async function ask() {
    acted();
    const decision = await queries.fetchQuery(decisionTextQuery(round.id)).catch(() => null);
    if (decision === null) return void document.refetch();
    const request = { decision, applicationId: application.id, titles: titlesOf(fund) };
    start((onProgress) => startExplaining(request, onProgress));
  }
  if (run.state === "done")
    return (
      <>
        <Heading headingRef={heading} />
        <Known known={{ ...known, ...withoutNull(run.result) }} />
        <p className="small soft">{t.inBrowser}</p>
      </>
    );
  return (
    <>
      <Heading headingRef={heading} />
      <Known known={known} />
      {known.exact ? null : run.state === "running" ? (
        <UnderWay
          steps={progress === null ? null : t.steps(number(progress.done + 1), number(progress.of))}
          onCancel={() => {
            acted();
            cancel();
          }}
        />
      ) : (
        <Ask where={t.here} busy={false} onAsk={() => void ask()} />
      )}
      {run.state === "failed" && (
        <Alert kind="danger" title={t.failed} live>
          <p lang="en">{run.message}</p>
        </Alert>
      )}
      {document.isError && <ProblemAlert error={document.error} />}
    </>
  );
}

/** What was found takes the place of what was known; where nothing was found that stays. */
function withoutNull({ points, cost }: ExplainAnswer): Partial<Pick<ExplainAnswer, "points" | "cost">> {
  return { ...(points !== null && { points }), ...(cost !== null && { cost }) };
}

function OnServer({ round, application, known }: AskProps) {
  const t = useRoundTexts().explanation.application;
  const { number } = useFormat();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const { queryKey } = applicationExplanationQuery(round.id, application.id);
  const { job, lost, start, cancel } = useJob(
    known.jobId,
    `/rounds/${encodeURIComponent(round.id)}/applications/${encodeURIComponent(application.id)}/explanation`,
    ({ id }) => queries.setQueryData(queryKey, (last) => last && { ...last, jobId: id }),
    () => {
      announce(t.done);
      void queries.invalidateQueries({ queryKey });
    },
  );
  const steps = job?.progress.steps ?? null;
  const error = start.error ?? cancel.error;
  const [heading, acted] = useKeptFocus(isRunning(job) ? "running" : (job?.state ?? "idle"));
  return (
    <>
      <Heading headingRef={heading} />
      <Known known={known} />
      {lost && <LostContact />}
      {known.exact || job?.state === "done" ? null : isRunning(job) ? (
        <UnderWay
          steps={steps === null ? null : t.steps(number(steps.done + 1), number(steps.of))}
          onCancel={() => {
            acted();
            cancel.mutate();
          }}
        />
      ) : (
        <Ask
          where={t.there}
          busy={start.isPending}
          onAsk={() => {
            acted();
            start.mutate();
          }}
        />
      )}
      {job?.state === "failed" && (
        <Alert kind="danger" title={t.failed} live>
          <p lang="en">{job.failure}</p>
        </Alert>
      )}
      {error !== null && <ProblemAlert error={error} />}
    </>
  );
}

/** The question that costs computing time, with its warning. */
function Ask({ where, busy, onAsk }: { where: string; busy: boolean; onAsk: () => void }) {
  const t = useRoundTexts().explanation.application;
  return (
    <div className="stack screen-only">
      <p className="soft">
        {t.askText} {where}
      </p>
      <div>
        <Button busy={busy} onClick={onAsk}>
          {t.ask}
        </Button>
      </div>
    </div>
  );
}

function UnderWay({ steps, onCancel }: { steps: string | null; onCancel: () => void }) {
  const t = useRoundTexts().explanation.application;
  return (
    <div className="row screen-only">
      <p role="status">
        {t.running} {steps}
      </p>
      <Button onClick={onCancel}>{t.cancel}</Button>
    </div>
  );
}
