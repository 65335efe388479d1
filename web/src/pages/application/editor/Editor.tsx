/** Writing an application: one step at a time, everything kept by itself, the grant and the conditions beside it. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { FundView, GrantApplicationView } from "@voorsprong/server/contract";
import { useState } from "react";
import { Alert } from "../../../components/Alert.js";
import { Check } from "../../../components/form/Options.js";
import { PageLink } from "../../../components/PageLink.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { DraftQuestions, SaveState } from "../draft/SaveState.js";
import { useDraft } from "../draft/use-draft.js";
import { EligibilityPanel } from "../EligibilityPanel.js";
import { GrantPanel } from "../GrantPanel.js";
import { shownGrant, useGrant } from "../use-grant.js";
import { AidStep } from "./AidStep.js";
import { CostsStep } from "./CostsStep.js";
import { MoneyStep } from "./MoneyStep.js";
import { PackagesStep } from "./PackagesStep.js";
import { PartnersStep } from "./PartnersStep.js";
import { ProjectStep } from "./ProjectStep.js";
import { usePartyName } from "./parts.js";
import { QuestionsStep } from "./QuestionsStep.js";
import { SubmitStep } from "./SubmitStep.js";
import { STEPS, type Step } from "./steps.js";

/** The steps whose texts a blind reviewer reads as they were written. */
const TOLD: readonly Step[] = ["project", "packages", "questions"];

/** The editor of a draft, or of an application that came back to be completed. */
export function Editor(props: {
  application: GrantApplicationView;
  call: CallDefinition;
  fund: FundView | undefined;
  personId: string;
  step: Step;
}) {
  const { application, call, fund, step } = props;
  const { steps: t, view, grant: amounts } = useApplicationTexts();
  const f = useFormat();
  const { state, keeper } = useDraft(application, props.personId);
  const { document } = state;
  const [goesOn, setGoesOn] = useState(false);
  const byLaw = useGrant(call, document);
  const assumed = useGrant(call, document, true);
  const noRules = byLaw.state === "no-rules";
  const grant = shownGrant(noRules && goesOn ? assumed : byLaw);
  const nameOf = usePartyName(document);
  // Who has been at the last step has seen what is missing; from then on fields say so too.
  const [seen, setSeen] = useState(step === "submit");
  if (step === "submit" && !seen) setSeen(true);
  const shared = { application, call, fund, document, keeper };
  const running = application.corrections.find(({ endedAt }) => endedAt === null);
  return (
    <div className="editor">
      <nav aria-label={t.label} className="editor__steps screen-only">
        <ol>
          {STEPS.map((each) => (
            <li key={each}>
              <PageLink
                path={`/applications/${application.id}`}
                search={{ step: each }}
                className={each === step ? "editor__step editor__step--current" : "editor__step"}
                {...(each === step && {
                  "aria-label": `${t[each]}, ${t.position(String(STEPS.indexOf(each) + 1), String(STEPS.length))}`,
                })}
              >
                {t[each]}
              </PageLink>
            </li>
          ))}
        </ol>
      </nav>
      <div className="editor__main">
        <div className="editor__state">
          <SaveState state={state} />
          {grant.grant !== null && (
            <p className="editor__most small">
              {amounts.most} <strong>{f.money(grant.grant)}</strong>
            </p>
          )}
        </div>
        <DraftQuestions state={state} keeper={keeper} />
        {running && (
          <Alert kind="info" title={view.correction(f.date(running.due))}>
            <p>{running.what}</p>
          </Alert>
        )}
        <section className="section" aria-labelledby="step-title">
          <h2 id="step-title">{t[step]}</h2>
          {call.review.blind && TOLD.includes(step) && <p>{t.noNames}</p>}
          {step === "project" && <ProjectStep {...shared} />}
          {step === "packages" && <PackagesStep {...shared} />}
          {step === "partners" && <PartnersStep {...shared} />}
          {step === "costs" && <CostsStep {...shared} />}
          {step === "questions" && <QuestionsStep {...shared} complete={seen} />}
          {step === "aid" && <AidStep {...shared} />}
          {step === "money" && (
            <MoneyStep {...shared} most={shownGrant(byLaw).grant} revision={state.revision} />
          )}
          {step === "submit" && <SubmitStep {...shared} state={state} />}
        </section>
        <StepLinks id={application.id} step={step} />
      </div>
      <aside className="editor__beside">
        <div className="card">
          <GrantPanel grant={grant} preview nameOf={nameOf}>
            {noRules && (
              <Check
                control={{ id: "goes-on" }}
                label={amounts.goesOn}
                checked={goesOn}
                onChange={() => setGoesOn(!goesOn)}
              />
            )}
            {noRules && goesOn && <Alert kind="warning">{amounts.assumed}</Alert>}
          </GrantPanel>
        </div>
        <div className="card">
          <EligibilityPanel call={call} document={document} />
        </div>
      </aside>
    </div>
  );
}

/** To the step before and the one after. */
function StepLinks({ id, step }: { id: string; step: Step }) {
  const { steps: t } = useApplicationTexts();
  const at = STEPS.indexOf(step);
  const link = (to: Step | undefined, word: string) =>
    to !== undefined && (
      <PageLink path={`/applications/${id}`} search={{ step: to }}>
        {word}: {t[to]}
      </PageLink>
    );
  return (
    <p className="row screen-only">
      {link(STEPS[at - 1], t.previous)}
      {link(STEPS[at + 1], t.next)}
    </p>
  );
}
