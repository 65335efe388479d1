/** The decision on an objection: as it lies ready, while the round is decided again, and as it was taken. */
import { useQuery } from "@tanstack/react-query";
import type { ObjectionView } from "@voorsprong/server/contract";
import { workQuery } from "../../api/decision-queries.js";
import { Alert } from "../../components/Alert.js";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useObjectionTexts } from "../../i18n/objection.js";
import { useLocalised } from "../../i18n/texts.js";
import { SecondPerson } from "../decision/SecondPerson.js";
import { DifferenceFigure } from "./DifferenceFigure.js";

type Decision = NonNullable<ObjectionView["decision"]>;

/** The decision with what can be done about it. */
export function DecisionSection({ objection, decision }: { objection: ObjectionView; decision: Decision }) {
  const t = useObjectionTexts();
  const l = useLocalised();
  const isDecided = objection.state === "decided";
  return (
    <>
      <Section title={isDecided ? t.outcome.title : t.decide.title}>
        {decision.answer !== null && objection.state === "open" && (
          <Alert kind="warning" title={t.decide.sentBack}>
            <p>{decision.answer}</p>
          </Alert>
        )}
        <p>
          <strong>{t.outcome.is[decision.outcome]}</strong> {l(decision.reason)}
        </p>
        {decision.corrections.length > 0 && (
          <Table
            caption={t.outcome.corrected}
            stacked
            rows={decision.corrections}
            rowKey={({ what }) => what}
            columns={[
              {
                id: "fact",
                header: t.outcome.fact,
                rowHeader: true,
                cell: ({ what }) => t.outcome.what[what],
              },
              {
                id: "was",
                header: t.outcome.was,
                cell: ({ what, from }) => (what === "admit" ? t.outcome.no : from),
              },
              {
                id: "becomes",
                header: t.outcome.becomes,
                cell: ({ what, to }) => (what === "admit" ? t.outcome.yes : to),
              },
              { id: "reason", header: t.outcome.reason, cell: ({ reason }) => l(reason) },
            ]}
          />
        )}
        {objection.state === "prepared" &&
          (decision.taken ? (
            <Again decision={decision} />
          ) : (
            <Take objection={objection} decision={decision} />
          ))}
      </Section>
      {decision.difference !== null && (
        <DifferenceFigure
          objection={objection}
          difference={decision.difference}
          rounds={{ first: decision.firstRoundId, second: decision.roundId }}
        />
      )}
    </>
  );
}

/** The round is being decided again. */
function Again({ decision }: { decision: Decision }) {
  const t = useObjectionTexts();
  const d = useDecisionTexts();
  const job = useQuery(workQuery(decision.jobId)).data;
  if (job?.state === "failed")
    return (
      <Alert kind="danger" title={d.proposal.failed} live>
        <p>{job.failure}</p>
      </Alert>
    );
  return (
    <div role="status">
      <Alert kind="info" title={t.decide.again}>
        <p>{d.proposal.phase[job?.progress.phase ?? "queued"] ?? ""}</p>
        <progress aria-label={t.decide.again} />
      </Alert>
    </div>
  );
}

function Take({ objection, decision }: { objection: ObjectionView; decision: Decision }) {
  const { decide: t } = useObjectionTexts();
  return (
    <SecondPerson
      mine={decision.mine}
      takePath={`/objections/${objection.id}/decision`}
      returnPath={`/objections/${objection.id}/return`}
      texts={{ ...t, onlyDecider: t.waits }}
    />
  );
}
