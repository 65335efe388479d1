/** The conditions: an expression, what happens when it is not met, and the reason in words. */
import type { EligibilityRule } from "@voorsprong/call-form";
import { Section } from "../../../components/Page.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import { freeId } from "./blank.js";
import { ExpressionField } from "./ExpressionField.js";
import { ExpressionHelp } from "./ExpressionHelp.js";
import { ChoiceField, LocalisedField, TextField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";
import type { PartProps } from "./parts.js";

/** The part. */
export function ConditionsPart({ call, onChange }: PartProps) {
  const { conditions: t } = useCallEditTexts();
  const l = useLocalised();
  const ids = call.eligibility.map(({ id }) => id);
  return (
    <Section title={t.title} intro={t.intro}>
      <ExpressionHelp form={call.form} />
      <ListEditor<EligibilityRule>
        label={t.title}
        items={call.eligibility}
        nameOf={({ id, reason }) => l(reason) || id}
        addLabel={t.add}
        make={() => ({
          id: freeId("voorwaarde-", ids),
          expression: "applicant.employees < 250",
          effect: "refuse",
          reason: { nl: "", en: "" },
        })}
        onChange={(eligibility) => onChange({ ...call, eligibility })}
      >
        {(rule, index, change) => (
          <div className="stack">
            <ExpressionField
              label={t.expression}
              at={`/eligibility/${index}/expression`}
              form={call.form}
              value={rule.expression}
              onChange={(expression) => change({ ...rule, expression })}
            />
            <LocalisedField
              label={t.reason}
              hint={t.reasonHint}
              at={`/eligibility/${index}/reason`}
              value={rule.reason}
              onChange={(reason) => reason && change({ ...rule, reason })}
            />
            <div className="call-edit__beside">
              <ChoiceField
                label={t.effect}
                at={`/eligibility/${index}/effect`}
                value={rule.effect}
                onChange={(effect) => change({ ...rule, effect })}
                options={(["refuse", "flag"] as const).map((value) => ({ value, label: t.effects[value] }))}
              />
              <TextField
                label={t.id}
                code
                at={`/eligibility/${index}/id`}
                value={rule.id}
                onChange={(id) => change({ ...rule, id })}
              />
            </div>
          </div>
        )}
      </ListEditor>
    </Section>
  );
}
