/** Adds a reviewer to a call, or changes one. */
import type { ReviewerList } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { Button } from "../../../components/Button.js";
import { Field, Input, Select } from "../../../components/Field.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useChange } from "./use-change.js";

/** Applications a new reviewer can take, until something else is filled in. */
const usualCapacity = 10;

/**
 * The form.
 * @param reviewer who is changed; absent: one of the candidates is added
 */
export function ReviewerForm(props: {
  callId: string;
  themes: ReviewerList["themes"];
  candidates?: ReviewerList["candidates"];
  reviewer?: ReviewerList["items"][number];
}) {
  const { manage } = useReviewTexts();
  const t = manage.reviewers;
  const l = useLocalised();
  const { themes, candidates = [], reviewer } = props;
  const [personId, setPersonId] = useState(reviewer?.personId ?? "");
  const [capacity, setCapacity] = useState(String(reviewer?.capacity ?? usualCapacity));
  const [levels, setLevels] = useState<Readonly<Record<string, number>>>(reviewer?.expertise ?? {});
  const save = useChange(props.callId, () => t.saved);
  const isComplete = personId !== "" && /^\d{1,5}$/.test(capacity);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isComplete) return;
    const body = { capacity: Number(capacity), expertise: levels, interests: reviewer?.interests ?? [] };
    save.mutate({ method: "PUT", part: `reviewers/${personId}`, body });
  }
  return (
    <form className="stack" onSubmit={submit}>
      {reviewer === undefined && (
        <Field label={t.person}>
          {(control) => (
            <Select
              control={control}
              value={personId}
              onChange={setPersonId}
              options={[
                { value: "", label: t.choose },
                ...candidates.map((person) => ({ value: person.personId, label: person.name ?? t.removed })),
              ]}
            />
          )}
        </Field>
      )}
      <Field label={t.capacity}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            value={capacity}
            onChange={({ target }) => setCapacity(target.value.trim())}
          />
        )}
      </Field>
      <div className="levels">
        {themes.map(({ id, title }) => (
          <Field key={id} label={t.level(l(title))}>
            {(control) => (
              <Select
                control={control}
                value={String(levels[id] ?? 0)}
                onChange={(value) => setLevels({ ...levels, [id]: Number(value) })}
                options={t.levels.map((label, level) => ({ value: String(level), label }))}
              />
            )}
          </Field>
        ))}
      </div>
      {save.isError && <ProblemAlert error={save.error} />}
      <div>
        <Button type="submit" busy={save.isPending} disabled={!isComplete}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
