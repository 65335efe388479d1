/** What is still to do, and submitting. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { questionsOf } from "@voorsprong/call-form";
import type { GrantApplicationView } from "@voorsprong/server/contract";
import { useState } from "react";
import { applicationChecksQuery, applicationPath } from "../../../api/application-queries.js";
import { sendJson } from "../../../api/client.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Check } from "../../../components/form/Options.js";
import { Loaded } from "../../../components/Loading.js";
import { PageLink } from "../../../components/PageLink.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import type { DraftState } from "../draft/keeper.js";
import type { StepProps } from "./parts.js";
import { stepOf } from "./steps.js";
import { Warnings } from "./Warnings.js";

/** The last step. */
export function SubmitStep(props: StepProps & { state: DraftState }) {
  const { application, call, keeper, state } = props;
  const { submit: t, steps } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [agreed, setAgreed] = useState(false);
  const partners = application.partners.map((each) => each.state).join();
  const checks = useQuery(applicationChecksQuery(application.id, state.revision, partners));
  const submit = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      const { revision } = keeper.state;
      return sendJson<GrantApplicationView>("POST", `${applicationPath(application.id)}/submission`, {
        revision,
      });
    },
    onSuccess: (submitted) => {
      keeper.stop();
      announce(t.done);
      queries.setQueryData(["grant-application", application.id], submitted);
      void queries.invalidateQueries({ queryKey: ["grant-applications"] });
    },
  });
  const questions = new Map(questionsOf(call.form).map((each) => [each.id, each]));
  const path = `/applications/${application.id}`;
  return (
    <div className="stack stack--wide">
      <p>{t.intro}</p>
      <Loaded query={checks}>
        {({ complete, missing, answers, eligibility }) => (
          <div className="stack" data-complete={complete}>
            {complete ? (
              <Alert kind="good">{t.complete}</Alert>
            ) : (
              <Alert kind="warning" title={t.todo}>
                <ul>
                  {missing.map(({ pointer, text }) => (
                    <li key={`${pointer} ${text.en}`}>
                      <PageLink path={path} search={{ step: stepOf(pointer) }}>
                        {steps[stepOf(pointer)]}
                      </PageLink>
                      : {l(text)}
                    </li>
                  ))}
                  {answers.map(({ question, row, column, code, text }) => (
                    <li key={[question, row, column, code].join()}>
                      <PageLink path={path} search={{ step: "questions" }} hash={`question-${question}`}>
                        {l(questions.get(question)?.title ?? { nl: question, en: question })}
                      </PageLink>
                      : {l(text)}
                    </li>
                  ))}
                </ul>
              </Alert>
            )}
            {eligibility.state === "refused" && (
              <Alert kind="danger" title={t.refusedTitle}>
                <p>{t.refused}</p>
                <ul>
                  {eligibility.rules
                    .filter((rule) => rule.state === "refused")
                    .map(({ rule, reason }) => (
                      <li key={rule}>{l(reason)}</li>
                    ))}
                </ul>
              </Alert>
            )}
          </div>
        )}
      </Loaded>
      <Warnings application={application} revision={state.revision} />
      {application.state === "draft" && <p>{t.late(f.dateTime(application.call.closes))}</p>}
      {state.status !== "saved" && <p className="soft">{t.waiting}</p>}
      <Check
        control={{ id: "agreed" }}
        label={t.agree}
        checked={agreed}
        onChange={() => setAgreed(!agreed)}
      />
      {submit.isError && <ProblemAlert error={submit.error} />}
      <div className="row">
        <Button
          purpose="primary"
          busy={submit.isPending}
          disabled={!agreed || checks.data?.complete !== true}
          onClick={() => submit.mutate()}
        >
          {submit.isPending ? t.busy : application.state === "returned" ? t.again : t.button}
        </Button>
        {!agreed && <span className="soft">{t.tick}</span>}
      </div>
    </div>
  );
}
