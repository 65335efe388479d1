/** The answer of the second person to what another prepared: take it, or send it back with a reason. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, TextArea } from "../../components/Field.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useHasRole } from "./use-roles.js";

/** Both buttons with their words; who prepared it, and who is no decider, read why they cannot. */
export function SecondPerson(props: {
  /** Whether the reader prepared it. */
  mine: boolean;
  /** Where taking it and sending it back are posted. */
  takePath: string;
  returnPath: string;
  texts: {
    mine: string;
    onlyDecider: string;
    /** What taking it does; absent: not said again. */
    takeText?: string;
    take: string;
    back: string;
    backReason: string;
    backMissing: string;
  };
}) {
  const { mine, takePath, returnPath, texts: t } = props;
  const client = useQueryClient();
  const hasRole = useHasRole();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const answer = useMutation({
    mutationFn: (back: boolean) =>
      back ? sendJson("POST", returnPath, { reason }) : sendJson("POST", takePath),
    onSuccess: () => client.invalidateQueries(),
  });
  if (mine)
    return (
      <Alert kind="info">
        <p>{t.mine}</p>
      </Alert>
    );
  if (!hasRole("decider")) return <p>{t.onlyDecider}</p>;
  function sendBack(event: FormEvent) {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "" && !answer.isPending) answer.mutate(true);
  }
  return (
    <div className="decision__form screen-only">
      {t.takeText !== undefined && <p>{t.takeText}</p>}
      {answer.isError && <ProblemAlert error={answer.error} />}
      <div>
        <Button purpose="primary" busy={answer.isPending} onClick={() => answer.mutate(false)}>
          {t.take}
        </Button>
      </div>
      <form className="decision__form" onSubmit={sendBack} noValidate>
        <Field label={t.backReason} error={missing ? t.backMissing : undefined}>
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" busy={answer.isPending}>
            {t.back}
          </Button>
        </div>
      </form>
    </div>
  );
}
