/** Lets a review no longer count because a conflict of interest came up, with the reason. */
import { useQueryClient } from "@tanstack/react-query";
import type { DeliberationView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { deliberationQuery } from "../../../api/reviews.js";
import { Button } from "../../../components/Button.js";
import { Field, Input } from "../../../components/Field.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useChange } from "../manage/use-change.js";

/** The form of one review. */
export function ExcludeForm(props: {
  data: DeliberationView;
  review: DeliberationView["reviews"][number];
  name: string;
}) {
  const { deliberation } = useReviewTexts();
  const t = deliberation.exclude;
  const { data, review, name } = props;
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const exclude = useChange(data.callId, () => t.done);
  const { applicationId } = data.row;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() === "") return;
    exclude.mutate(
      { method: "POST", part: "conflicts", body: { applicationId, personId: review.personId, reason } },
      {
        onSuccess: () =>
          void client.invalidateQueries({ queryKey: deliberationQuery(applicationId).queryKey }),
      },
    );
  }
  return (
    <details className="screen-only">
      <summary>{t.title(name)}</summary>
      <form className="stack" onSubmit={submit}>
        <p>{t.intro}</p>
        <Field label={t.reason}>
          {(control) => (
            <Input
              {...control}
              maxLength={4_000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {exclude.isError && <ProblemAlert error={exclude.error} />}
        <div>
          <Button type="submit" busy={exclude.isPending} disabled={reason.trim() === ""}>
            {t.button}
          </Button>
        </div>
      </form>
    </details>
  );
}
