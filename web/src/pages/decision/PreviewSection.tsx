/** What would be proposed now, and the form that proposes it. */
import { type UseQueryResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { DecisionProposal, ProposalContent } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, TextArea } from "../../components/Field.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useLocalised } from "../../i18n/texts.js";
import { ProposedTable } from "./ProposedTable.js";
import { useHasRole } from "./use-roles.js";

/** The most obstacles that are shown by name. */
const MOST_OBSTACLES = 20;

/** The preview with its form. */
export function PreviewSection({
  callId,
  preview,
}: {
  callId: string;
  preview: UseQueryResult<ProposalContent>;
}) {
  const t = useDecisionTexts();
  const l = useLocalised();
  return (
    <Section title={t.preview.title}>
      <Loaded query={preview}>
        {(content) =>
          content.obstacles.length > 0 ? (
            <Alert kind="warning" title={t.preview.obstacles}>
              <ul>
                {content.obstacles.slice(0, MOST_OBSTACLES).map(({ applicationId, text }) => (
                  <li key={`${applicationId} ${text.nl}`}>
                    {applicationId !== null && <strong>{applicationId}: </strong>}
                    {l(text)}
                  </li>
                ))}
              </ul>
            </Alert>
          ) : (
            <>
              <ProposedTable content={content} />
              <ProposeForm callId={callId} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function ProposeForm({ callId }: { callId: string }) {
  const t = useDecisionTexts();
  const client = useQueryClient();
  const hasRole = useHasRole();
  const [note, setNote] = useState("");
  const propose = useMutation({
    mutationFn: () => sendJson<DecisionProposal>("POST", `/calls/${callId}/proposals`, { note }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["proposals", callId] }),
  });
  if (!hasRole("fund-manager")) return <p>{t.preview.onlyManager}</p>;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!propose.isPending) propose.mutate();
  }
  return (
    <form className="decision__form screen-only" onSubmit={submit}>
      <Field label={t.preview.note} hint={t.preview.noteHint}>
        {(control) => (
          <TextArea {...control} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      {propose.isError && <ProblemAlert error={propose.error} />}
      <div>
        <Button purpose="primary" type="submit" busy={propose.isPending}>
          {t.preview.propose}
        </Button>
      </div>
    </form>
  );
}
