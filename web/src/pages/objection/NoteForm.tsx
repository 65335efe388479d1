/** Noting a step in the file of an objection. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ObjectionView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { Button } from "../../components/Button.js";
import { Field, Select, TextArea } from "../../components/Field.js";
import { DayInput } from "../../components/form/TypedInput.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useObjectionTexts } from "../../i18n/objection.js";

type Kind = ObjectionView["events"][number]["kind"];

/** What can be noted as things stand. */
function notable({ timely, suspended, committee, adjourned, events }: ObjectionView): Kind[] {
  const had = (kind: Kind) => events.some((event) => event.kind === kind);
  return [
    ...(had("hearing-held") ? [] : (["hearing-held", "hearing-waived"] as const)),
    ...(timely ? [] : (["excuse-accepted", "excuse-rejected"] as const)),
    committee ? "advice" : "committee",
    ...(adjourned ? [] : (["adjourned"] as const)),
    "agreed",
    suspended ? "resumed" : "suspended",
  ];
}

/** A day, or none: then it is today. */
const isDay = (day: number | string | null) => day === null || /^\d{4}-\d{2}-\d{2}$/.test(String(day));

/** The form that notes a step. */
export function NoteForm({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const client = useQueryClient();
  const kinds = notable(objection);
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : kinds[0]!;
  const [note, setNote] = useState("");
  const [day, setDay] = useState<number | string | null>(null);
  const [tried, setTried] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      sendJson<ObjectionView>("POST", `/objections/${objection.id}/events`, {
        kind,
        note,
        day,
      }),
    onSuccess: async () => {
      setNote("");
      setDay(null);
      setTried(false);
      await client.invalidateQueries({ queryKey: ["objection", objection.id] });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (note.trim() !== "" && isDay(day) && !send.isPending) send.mutate();
  }
  return (
    <Section title={t.note.title}>
      <form className="decision__form screen-only" onSubmit={submit} noValidate>
        <Field label={t.note.kind}>
          {(control) => (
            <Select
              control={control}
              value={kind}
              onChange={(value) => setChosen(value as Kind)}
              options={kinds.map((each) => ({ value: each, label: t.view.kinds[each] }))}
            />
          )}
        </Field>
        <Field
          label={kind === "agreed" ? t.note.dayUntil : t.note.day}
          hint={t.note.dayHint}
          error={tried && !isDay(day) ? t.note.dayWrong : undefined}
        >
          {(control) => <DayInput control={control} value={day} onChange={setDay} />}
        </Field>
        <Field label={t.note.text} error={tried && note.trim() === "" ? t.note.textMissing : undefined}>
          {(control) => (
            <TextArea {...control} rows={4} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        {send.isError && <ProblemAlert error={send.error} />}
        <div>
          <Button type="submit" busy={send.isPending}>
            {t.note.submit}
          </Button>
        </div>
      </form>
    </Section>
  );
}
