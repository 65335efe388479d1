/** Changes by hand who reviews one application, with a reason that is kept. */
import { useQuery } from "@tanstack/react-query";
import type { AssignmentPage } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { proposalQuery, reviewersQuery } from "../../../api/reviews.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Field, Input, Select } from "../../../components/Field.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useChange } from "./use-change.js";

/** The form of one application. While there is a proposal, it is the proposal that changes. */
export function AssignmentForm(props: {
  callId: string;
  hasProposal: boolean;
  row: AssignmentPage["items"][number];
}) {
  const { manage } = useReviewTexts();
  const t = manage.assignments;
  const { callId, hasProposal, row } = props;
  const reviewers = useQuery(reviewersQuery(callId)).data?.items ?? [];
  const proposal = useQuery({ ...proposalQuery(callId), enabled: hasProposal }).data;
  const change = useChange(callId, () => t.saved);
  const [add, setAdd] = useState("");
  const [remove, setRemove] = useState("");
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const changeable = hasProposal ? ["proposed"] : ["assigned", "open"];
  const here = row.reviewers.filter(({ state }) => changeable.includes(state));
  const others = reviewers.filter(
    ({ personId, ended }) =>
      !ended && !row.reviewers.some((each) => each.personId === personId && each.state !== "released"),
  );
  const nothing = add === "" && remove === "";
  const noReason = reason.trim() === "";
  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (nothing || noReason) return;
    const body = {
      applicationId: row.applicationId,
      add: add === "" ? [] : [add],
      remove: remove === "" ? [] : [remove],
      reason,
    };
    const onSuccess = () => {
      setAdd("");
      setRemove("");
      setReason("");
      setAsked(false);
    };
    if (!hasProposal) change.mutate({ method: "POST", part: "assignments", body }, { onSuccess });
    else if (proposal !== undefined)
      change.mutate(
        { method: "PATCH", part: "assignment-proposal", body: { revision: proposal.revision, ...body } },
        { onSuccess },
      );
  }
  const nameOf = ({ name }: { name: string | null }) => name ?? manage.reviewers.removed;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field label={t.remove}>
        {(control) => (
          <Select
            control={control}
            value={remove}
            onChange={setRemove}
            options={[
              { value: "", label: t.nobody },
              ...here.map((each) => ({ value: each.personId, label: nameOf(each) })),
            ]}
          />
        )}
      </Field>
      <Field label={t.add}>
        {(control) => (
          <Select
            control={control}
            value={add}
            onChange={setAdd}
            options={[
              { value: "", label: t.nobody },
              ...others.map((each) => ({ value: each.personId, label: nameOf(each) })),
            ]}
          />
        )}
      </Field>
      <Field label={t.reason} hint={t.reasonHint} error={asked && noReason ? t.noReason : undefined}>
        {(control) => (
          <Input
            {...control}
            maxLength={4_000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {asked && nothing && (
        <Alert kind="danger" live>
          <p>{t.nothing}</p>
        </Alert>
      )}
      {change.isError && <ProblemAlert error={change.error} />}
      <div>
        <Button type="submit" busy={change.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}
