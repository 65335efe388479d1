/** The call as an applicant sees it, on example values: the form, what is wrong with the answers, and every condition. */
import {
  type ApplicationContent,
  checkAnswers,
  evaluateEligibility,
  type RuleOutcome,
} from "@voorsprong/call-form";
import { useMemo, useState } from "react";
import { Alert } from "../../../components/Alert.js";
import { Badge, type BadgeKind } from "../../../components/Badge.js";
import { Button } from "../../../components/Button.js";
import { ErrorSummary } from "../../../components/form/ErrorSummary.js";
import type { FileKeeper } from "../../../components/form/FilesField.js";
import { QuestionForm } from "../../../components/form/QuestionForm.js";
import { Section } from "../../../components/Page.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useFormTexts } from "../../../i18n/form.js";
import { useLocalised } from "../../../i18n/texts.js";
import type { PartProps } from "./parts.js";
import { TryFacts } from "./TryFacts.js";

/** An example that meets nothing yet. */
export const EMPTY_EXAMPLE: ApplicationContent = {
  lead: {},
  project: {},
  partners: [],
  answers: {},
  costs: [],
};

const KINDS: Readonly<Record<RuleOutcome["state"], BadgeKind>> = {
  eligible: "good",
  refused: "danger",
  flagged: "warning",
  unknown: "neutral",
};

/** No file is stored here: the answer only says that there is one. */
function useNoFiles(): FileKeeper {
  const { file: t } = useFormTexts();
  return {
    store: async () => {
      throw new Error(t.preview);
    },
    remove: async () => undefined,
    href: () => null,
  };
}

/** The part; `usable` is false while the call itself has errors. */
export function TryPart({
  call,
  fund,
  usable,
  example,
  onExample,
}: PartProps & {
  usable: boolean;
  example: ApplicationContent;
  onExample: (example: ApplicationContent) => void;
}) {
  const { try: t } = useCallEditTexts();
  const files = useNoFiles();
  const [submitted, setSubmitted] = useState(false);
  const errors = useMemo(
    () => (usable ? checkAnswers(call, example, { complete: submitted }) : []),
    [call, example, submitted, usable],
  );
  if (!usable)
    return (
      <Section title={t.title}>
        <Alert kind="warning">{t.broken}</Alert>
      </Section>
    );
  return (
    <>
      <Section title={t.conditions} intro={t.conditionsIntro}>
        <TryFacts call={call} fund={fund} example={example} onExample={onExample} />
        <Outcomes call={call} example={example} />
      </Section>
      <Section title={t.title} intro={t.intro}>
        <ErrorSummary call={call} errors={errors} />
        <QuestionForm
          call={call}
          application={example}
          errors={errors}
          files={files}
          onAnswer={(question, answer) =>
            onExample({ ...example, answers: { ...example.answers, [question]: answer } })
          }
        />
        <div className="row">
          <Button onClick={() => setSubmitted(true)}>{t.check}</Button>
          <Button purpose="subtle" onClick={() => onExample(EMPTY_EXAMPLE)}>
            {t.reset}
          </Button>
        </div>
      </Section>
    </>
  );
}

/** What each condition says of the example, and what it looked at. */
function Outcomes({ call, example }: Pick<PartProps, "call"> & { example: ApplicationContent }) {
  const { try: t } = useCallEditTexts();
  const l = useLocalised();
  const { rules } = useMemo(() => evaluateEligibility(call, example), [call, example]);
  const shown = (value: unknown) =>
    value === undefined ? t.unknown : typeof value === "object" ? JSON.stringify(value) : String(value);
  return (
    <ul className="call__rules" aria-live="polite">
      {rules.map((outcome) => (
        <li key={outcome.rule} className="stack">
          <p>
            <Badge kind={KINDS[outcome.state]}>{t.states[outcome.state]}</Badge>{" "}
            <span className="small soft">{outcome.rule}</span>
          </p>
          <p>{l(outcome.reason)}</p>
          <ul className="small soft">
            {outcome.lookedAt.map(({ path, title, value }) => (
              <li key={path}>
                {l(title)}: {shown(value)}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
