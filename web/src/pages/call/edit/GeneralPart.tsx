/** Title, summary, period, budgets, assumptions. */
import type { Assumption, CallBudget, CallDefinition } from "@voorsprong/call-form";
import { CALL_PARTS } from "@voorsprong/call-form";
import { FieldGroup } from "../../../components/Field.js";
import { Checks } from "../../../components/form/Options.js";
import { Section } from "../../../components/Page.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useFormat } from "../../../i18n/format.js";
import { useErrorAt } from "./errors.js";
import { ChoiceField, LocalisedField, MomentField, MoneyField, OptionalLocalisedField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";
import type { PartProps } from "./parts.js";

/** The part. */
export function GeneralPart(props: PartProps) {
  const { call, onChange } = props;
  const { general: t } = useCallEditTexts();
  return (
    <>
      <Section title={t.title}>
        <LocalisedField
          label={t.name}
          at="/title"
          value={call.title}
          onChange={(title) => title && onChange({ ...call, title })}
        />
        <LocalisedField
          label={t.summary}
          hint={t.summaryHint}
          at="/summary"
          long
          value={call.summary}
          onChange={(summary) => summary && onChange({ ...call, summary })}
        />
        <OptionalLocalisedField
          label={t.legalBasis}
          hint={t.legalBasisHint}
          at="/legalBasis"
          value={call.legalBasis}
          onChange={(legalBasis) => {
            const { legalBasis: _, ...rest } = call;
            onChange(legalBasis === undefined ? rest : { ...rest, legalBasis });
          }}
        />
      </Section>
      <Section title={t.period} intro={t.periodIntro}>
        <div className="call-edit__beside">
          <MomentField
            label={t.opens}
            at="/opens"
            value={call.opens}
            onChange={(opens) => onChange({ ...call, opens })}
          />
          <MomentField
            label={t.closes}
            at="/closes"
            value={call.closes}
            onChange={(closes) => onChange({ ...call, closes })}
          />
        </div>
      </Section>
      <Budgets {...props} />
      <Assumptions call={call} onChange={onChange} />
    </>
  );
}

function Budgets({ call, fund, onChange }: PartProps) {
  const { general: t } = useCallEditTexts();
  const f = useFormat();
  const error = useErrorAt("/budgets");
  const used = new Set(call.budgets.map(({ id }) => id));
  const free = fund.budgets.find(({ id }) => !used.has(id));
  const options = fund.budgets.map(({ id, cents }) => ({ value: id, label: `${id} (${f.money(cents)})` }));
  return (
    <Section title={t.budgets} intro={t.budgetsIntro}>
      {error && <p className="field__error">{error}</p>}
      <ListEditor<CallBudget>
        small
        label={t.budgets}
        items={call.budgets}
        nameOf={({ id }) => `${t.budget} ${id}`}
        addLabel={t.addBudget}
        make={free && (() => ({ id: free.id, amount: free.cents }))}
        onChange={(budgets) => onChange({ ...call, budgets })}
      >
        {(budget, index, change) => (
          <div className="call-edit__beside">
            <ChoiceField
              label={t.budget}
              at={`/budgets/${index}/id`}
              value={budget.id}
              onChange={(id) => change({ ...budget, id })}
              options={options}
            />
            <MoneyField
              label={t.amount}
              at={`/budgets/${index}/amount`}
              value={budget.amount}
              onChange={(amount) => change({ ...budget, amount: amount as number })}
            />
          </div>
        )}
      </ListEditor>
    </Section>
  );
}

function Assumptions({ call, onChange }: Pick<PartProps, "call" | "onChange">) {
  const { general: t, coverable } = useCallEditTexts();
  const options = CALL_PARTS.map((value) => ({ value, label: coverable[value] }));
  const set = (assumptions: CallDefinition["assumptions"]) => onChange({ ...call, assumptions });
  return (
    <Section title={t.assumptions} intro={t.assumptionsIntro}>
      <ListEditor<Assumption>
        label={t.assumptions}
        items={call.assumptions}
        nameOf={(_, index) => t.assumption(String(index + 1))}
        addLabel={t.addAssumption}
        make={() => ({ covers: ["rule"], text: { nl: "", en: "" } })}
        onChange={set}
      >
        {(assumption, index, change) => (
          <>
            <LocalisedField
              label={t.assumption(String(index + 1))}
              at={`/assumptions/${index}/text`}
              long
              value={assumption.text}
              onChange={(text) => text && change({ ...assumption, text })}
            />
            <FieldGroup label={t.covers}>
              {(control) => (
                <Checks
                  control={control}
                  options={options}
                  value={assumption.covers}
                  onChange={(covers) => change({ ...assumption, covers: covers as Assumption["covers"] })}
                />
              )}
            </FieldGroup>
          </>
        )}
      </ListEditor>
    </Section>
  );
}
