/** What the fund does with an application before it is reviewed: looks at flags, has it completed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GrantApplicationView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { applicationPath } from "../../../api/application-queries.js";
import { sendJson } from "../../../api/client.js";
import { Badge } from "../../../components/Badge.js";
import { Button } from "../../../components/Button.js";
import { Field, Input, TextArea } from "../../../components/Field.js";
import { DayInput } from "../../../components/form/TypedInput.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { useLocalised } from "../../../i18n/texts.js";

/** Sends something about an application and shows what it has become. */
function useAct(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body?: unknown }) =>
      sendJson<GrantApplicationView>("POST", `${applicationPath(id)}/${path}`, body),
    onSuccess: (after) => {
      queries.setQueryData(["grant-application", id], after);
      void queries.invalidateQueries({ queryKey: ["grant-applications"] });
    },
  });
}

/** @param manages whether the reader may settle and ask, or only look */
export function Flags({ application, manages }: { application: GrantApplicationView; manages: boolean }) {
  const { fund: t } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  return (
    <Section title={t.flags}>
      {application.flags.length === 0 && <p>{t.noFlags}</p>}
      <ul className="flags">
        {application.flags.map((flag) => (
          <li key={flag.code} className="card stack">
            <p>
              <Badge kind={flag.resolvedAt === null ? "warning" : "good"}>
                {flag.resolvedAt === null ? t.open : t.done}
              </Badge>{" "}
              {l(flag.text)}
            </p>
            {flag.resolvedAt !== null && (
              <p className="soft">
                {t.settled(f.date(flag.resolvedAt))}: {flag.resolution}
              </p>
            )}
            {flag.resolvedAt === null && manages && <SettleFlag id={application.id} code={flag.code} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function SettleFlag({ id, code }: { id: string; code: string }) {
  const { fund: t } = useApplicationTexts();
  const [resolution, setResolution] = useState("");
  const act = useAct(id);
  const settle = (event: FormEvent) => {
    event.preventDefault();
    if (resolution.trim() !== "" && !act.isPending)
      act.mutate({ path: `flags/${encodeURIComponent(code)}/resolution`, body: { resolution } });
  };
  return (
    <form className="stack" onSubmit={settle}>
      <Field label={t.resolution}>
        {(control) => (
          <Input {...control} value={resolution} onChange={(event) => setResolution(event.target.value)} />
        )}
      </Field>
      {act.isError && <ProblemAlert error={act.error} />}
      <div>
        <Button type="submit" busy={act.isPending} disabled={resolution.trim() === ""}>
          {t.settle}
        </Button>
      </div>
    </form>
  );
}

/** Asking to complete (Awb 4:5), and ending a chance that was not used. */
export function Correction({ application }: { application: GrantApplicationView }) {
  const { fund: t } = useApplicationTexts();
  const f = useFormat();
  const [what, setWhat] = useState("");
  const [due, setDue] = useState<string | number | null>(null);
  const act = useAct(application.id);
  const running = application.corrections.find(({ endedAt }) => endedAt === null);
  if (running !== undefined) {
    const past = new Date(running.end) <= new Date();
    return (
      <Section title={t.correct}>
        <p>{past ? t.past : t.running(f.date(running.due))}</p>
        <p>{running.what}</p>
        {act.isError && <ProblemAlert error={act.error} />}
        {past && (
          <div>
            <Button busy={act.isPending} onClick={() => act.mutate({ path: "correction-requests/expiry" })}>
              {t.expire}
            </Button>
          </div>
        )}
      </Section>
    );
  }
  if (!application.can.correct) return null;
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!act.isPending) act.mutate({ path: "correction-requests", body: { what, due: String(due ?? "") } });
  };
  return (
    <Section title={t.correct} intro={t.correctIntro}>
      <form className="stack" onSubmit={ask}>
        <Field label={t.what}>
          {(control) => (
            <TextArea {...control} rows={3} value={what} onChange={(event) => setWhat(event.target.value)} />
          )}
        </Field>
        <Field label={t.due}>
          {(control) => <DayInput control={control} value={due} onChange={setDue} />}
        </Field>
        {act.isError && <ProblemAlert error={act.error} />}
        <div>
          <Button type="submit" busy={act.isPending} disabled={what.trim() === ""}>
            {t.ask}
          </Button>
        </div>
      </form>
    </Section>
  );
}
