import { useQuery } from "@tanstack/react-query";
import type { Decision, Round } from "@voorsprong/allocation";
import { useEffect, useMemo } from "react";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { useLanguage } from "../../../i18n/language.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import type { Changes, WhatIfAnswer, WhatIfProgress } from "../../../solver/what-if.js";
import { startWhatIf } from "../../../solver/workers.js";
import { decisionOf, decisionTextQuery, roundDocumentQuery } from "../decision-document.js";
import { useRoundSearch } from "../RoundLink.js";
import { type RoundContext, titlesOf, useRoundFormat } from "../units.js";
import { useRun } from "../use-run.js";
import { WhatIfForm } from "./WhatIfForm.js";
import { WhatIfOutcome } from "./WhatIfOutcome.js";

/** Seconds the browser may search; the best outcome by then is shown with what is proven about it. */
const TIME_LIMIT = 10;

/** Another budget, limit or rule, worked out in this browser and recorded nowhere. */
export function WhatIf(context: RoundContext) {
  const { round } = context;
  const { whatIf: t } = useRoundTexts();
  const decided = round.state === "decided";
  // A decided round stands in its decision, with the lot as it was drawn.
  const document = useQuery({ ...roundDocumentQuery(round.id), enabled: !decided });
  const decision = useQuery({ ...decisionTextQuery(round.id), enabled: decided });
  const text = decision.data;
  const before = useMemo(() => (text === undefined ? null : decisionOf(text)), [text]);
  return (
    <Section title={t.heading} intro={t.intro}>
      <Alert kind="warning" title={t.notRecorded}>
        <p>
          {t.notRecordedText} {t.equal}
        </p>
      </Alert>
      {decided ? (
        <Loaded query={decision}>
          {() => before && <Experiment {...context} document={before.round} before={before} />}
        </Loaded>
      ) : (
        <Loaded query={document}>
          {(canonical) => <Experiment {...context} document={canonical} before={null} />}
        </Loaded>
      )}
    </Section>
  );
}

/** The form, the run and its result. The changes live in the address, so an experiment can be passed on. */
function Experiment(props: RoundContext & { document: Round; before: Decision | null }) {
  const { round, fund, document, before } = props;
  const { whatIf: t } = useRoundTexts();
  const format = useRoundFormat(round);
  const announce = useAnnounce();
  const language = useLanguage();
  const [search, setSearch] = useRoundSearch();
  const { run, progress, start, cancel } = useRun<WhatIfAnswer, WhatIfProgress>((result) => {
    if (result.kind === "undecided") return announce(t.undecided);
    const [was, is] = [result.before.outcome, result.after.outcome];
    if (is.status === "infeasible") announce(t.announceInfeasible);
    else if (was.status === "decided") {
      announce(t.announceDone(format.points(is.objective), format.points(is.objective - was.objective)));
    }
  });
  const begin = (changes: Changes, rule: typeof round.rule) =>
    start((onProgress) =>
      startWhatIf(
        {
          round: document,
          changes,
          rule,
          before: { rule: round.rule, decision: before },
          titles: titlesOf(fund),
          timeLimitSeconds: TIME_LIMIT,
        },
        onProgress,
      ),
    );
  // An experiment that came with the address is worked out at once.
  const given = search.changes !== undefined || search.rule !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is opened.
  useEffect(() => {
    if (given) begin(search.changes ?? {}, search.rule ?? round.rule);
  }, []);
  return (
    <>
      <WhatIfForm
        // Numbers are typed in the language of the page; the other language begins again from the address.
        key={language}
        round={round}
        fund={fund}
        document={document}
        busy={run.state === "running"}
        onRun={(changes, rule) => {
          setSearch({
            changes: Object.keys(changes).length > 0 ? changes : undefined,
            rule: rule === round.rule ? undefined : rule,
          });
          begin(changes, rule);
        }}
        onReset={() => {
          cancel();
          setSearch({ changes: undefined, rule: undefined });
        }}
      />
      {run.state === "running" && (
        <div className="card row">
          <p role="status">
            {t.running}{" "}
            {progress === null
              ? null
              : t.progress(
                  progress.objective === null ? t.nothingYet : format.points(progress.objective),
                  progress.bound === null ? t.nothingYet : format.points(progress.bound),
                )}
          </p>
          <Button onClick={cancel}>{t.cancel}</Button>
        </div>
      )}
      {run.state === "failed" && (
        <Alert kind="danger" title={t.failed} live>
          <p lang="en">{run.message}</p>
        </Alert>
      )}
      {run.state === "done" && run.result.kind === "undecided" && (
        <Alert kind="warning" title={t.undecided}>
          <p>{t.undecidedText}</p>
        </Alert>
      )}
      {run.state === "done" && run.result.kind === "found" && (
        <WhatIfOutcome {...props} result={run.result} />
      )}
    </>
  );
}
