/** Milestones, and judging them. */
import type { GrantView } from "@voorsprong/server/contract";
import { useId, useState } from "react";
import { Badge } from "../../components/Badge.js";
import { Field, Select } from "../../components/Field.js";
import { Section } from "../../components/Page.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { ActionForm } from "./ActionForm.js";
import { WordsField } from "./WordsField.js";

type Milestone = GrantView["milestones"][number];

/** The section. */
export function Milestones({ grant }: { grant: GrantView }) {
  const { milestones: t } = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const stands = ({ met }: Milestone) => (met === null ? t.open : met ? t.met : t.notMet);
  return (
    <Section title={t.title} id="milestones">
      <Table
        caption={t.title}
        captionHidden
        stacked
        columns={[
          { id: "what", header: t.columns.what, cell: (row) => l(row.title), rowHeader: true },
          { id: "due", header: t.columns.due, cell: (row) => f.date(row.due) },
          {
            id: "state",
            header: t.columns.state,
            cell: (row) => (
              <Badge kind={row.met === null ? "neutral" : row.met ? "good" : "warning"}>{stands(row)}</Badge>
            ),
          },
          {
            id: "note",
            header: t.columns.note,
            cell: (row) => <span className="grant-words">{row.note}</span>,
          },
        ]}
        rows={grant.milestones}
        rowKey={(row) => row.id}
      />
      {grant.may.includes("manage") && <Mark grant={grant} />}
    </Section>
  );
}

function Mark({ grant }: { grant: GrantView }) {
  const { milestones: t } = useGrantTexts();
  const l = useLocalised();
  const id = useId();
  const [which, setWhich] = useState(
    grant.milestones.find(({ met }) => met === null)?.id ?? grant.milestones[0]?.id ?? "",
  );
  const [met, setMet] = useState(true);
  const [note, setNote] = useState("");
  const [wrong, setWrong] = useState(false);
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.mark}
      submit={t.save}
      onDone={() => setNote("")}
      make={() => {
        setWrong(note.trim() === "");
        if (note.trim() === "") return null;
        return { method: "PUT", path: `/milestones/${which}`, body: { met, note }, done: t.saved };
      }}
    >
      <Field label={t.columns.what}>
        {(control) => (
          <Select
            control={control}
            value={which}
            onChange={setWhich}
            options={grant.milestones.map((milestone) => ({
              value: milestone.id,
              label: l(milestone.title),
            }))}
          />
        )}
      </Field>
      <div className="option">
        <input id={id} type="checkbox" checked={met} onChange={(event) => setMet(event.target.checked)} />
        <label htmlFor={id}>{t.isMet}</label>
      </div>
      <WordsField label={t.note} value={note} onChange={setNote} wrong={wrong} />
    </ActionForm>
  );
}
