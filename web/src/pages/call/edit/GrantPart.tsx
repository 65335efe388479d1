/** Aid basis, amounts, advances, reports and periods. */
import { type AdvanceTerms, AID_BASES, type GrantTerms } from "@voorsprong/call-form";
import { FieldGroup } from "../../../components/Field.js";
import { Checks } from "../../../components/form/Options.js";
import { Section } from "../../../components/Page.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useErrorAt } from "./errors.js";
import { ChoiceField, MoneyField, NumberField, PercentField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";
import type { PartProps } from "./parts.js";

/** The part. */
export function GrantPart({ call, onChange }: PartProps) {
  const { grant: t } = useCallEditTexts();
  const { aid: words } = useCallTexts();
  const basisError = useErrorAt("/aid/basis");
  const { retention } = call;
  return (
    <>
      <Section title={t.aid} intro={t.aidIntro}>
        <FieldGroup label={t.basis} error={basisError}>
          {(control) => (
            <Checks
              control={control}
              options={AID_BASES.map((value) => ({ value, label: words.bases[value] }))}
              value={call.aid.basis}
              onChange={(basis) =>
                onChange({ ...call, aid: { ...call.aid, basis: basis as typeof call.aid.basis } })
              }
            />
          )}
        </FieldGroup>
        <ChoiceField
          label={t.choice}
          at="/aid/choice"
          value={call.aid.choice}
          onChange={(choice) => onChange({ ...call, aid: { ...call.aid, choice } })}
          options={(["application", "work-package"] as const).map((value) => ({
            value,
            label: t.choices[value],
          }))}
        />
      </Section>
      <Amounts grant={call.grant} onChange={(grant) => onChange({ ...call, grant })} />
      <Section title={t.periods}>
        <div className="call-edit__beside">
          <NumberField
            label={t.decisionWeeks}
            hint={t.decisionHint}
            at="/decisionWeeks"
            value={call.decisionWeeks}
            onChange={(decisionWeeks) => onChange({ ...call, decisionWeeks: decisionWeeks as number })}
          />
          <NumberField
            label={t.keepGranted}
            hint={t.keepGrantedHint}
            at="/retention/granted"
            value={retention.granted}
            onChange={(granted) =>
              onChange({ ...call, retention: { ...retention, granted: granted as number } })
            }
          />
          <NumberField
            label={t.keepRefused}
            at="/retention/refused"
            value={retention.refused}
            onChange={(refused) =>
              onChange({ ...call, retention: { ...retention, refused: refused as number } })
            }
          />
        </div>
        <p>{t.objection}</p>
      </Section>
    </>
  );
}

function Amounts({ grant, onChange }: { grant: GrantTerms; onChange: (grant: GrantTerms) => void }) {
  const { grant: t } = useCallEditTexts();
  const error = useErrorAt("/grant/advances");
  function bound(side: "minimum" | "maximum", value: number | undefined) {
    const { [side]: _, ...rest } = grant;
    onChange((value === undefined ? rest : { ...rest, [side]: value }) as GrantTerms);
  }
  return (
    <Section title={t.amounts}>
      <div className="call-edit__beside">
        {(["minimum", "maximum"] as const).map((side) => (
          <MoneyField
            key={side}
            label={t[side]}
            at={`/grant/${side}`}
            value={grant[side]}
            onChange={(value) => bound(side, value)}
          />
        ))}
        <NumberField
          label={t.reports}
          hint={t.reportsHint}
          at="/grant/reportEveryMonths"
          value={grant.reportEveryMonths}
          onChange={(months) => onChange({ ...grant, reportEveryMonths: months as number })}
        />
      </div>
      <h3>{t.advances}</h3>
      {error && <p className="field__error">{error}</p>}
      <ListEditor<AdvanceTerms>
        small
        label={t.advances}
        items={grant.advances}
        nameOf={(_, index) => t.advance(String(index + 1))}
        addLabel={t.addAdvance}
        make={() => ({ percent: 1000, when: { after: "award", months: 1 } })}
        onChange={(advances) => onChange({ ...grant, advances })}
      >
        {(advance, index, change) => (
          <AdvanceEditor advance={advance} at={`/grant/advances/${index}`} onChange={change} />
        )}
      </ListEditor>
    </Section>
  );
}

function AdvanceEditor(props: {
  advance: AdvanceTerms;
  at: string;
  onChange: (advance: AdvanceTerms) => void;
}) {
  const { advance, at, onChange } = props;
  const { grant: t } = useCallEditTexts();
  const { aid: words } = useCallTexts();
  return (
    <div className="call-edit__beside">
      <PercentField
        label={t.percent}
        at={`${at}/percent`}
        value={advance.percent}
        onChange={(percent) => onChange({ ...advance, percent: percent as number })}
      />
      <NumberField
        label={t.months}
        at={`${at}/when/months`}
        value={advance.when.months}
        onChange={(months) => onChange({ ...advance, when: { ...advance.when, months: months as number } })}
      />
      <ChoiceField
        label={t.after}
        at={`${at}/when/after`}
        value={advance.when.after}
        onChange={(after) => onChange({ ...advance, when: { ...advance.when, after } })}
        options={(["award", "start"] as const).map((value) => ({ value, label: words.after[value] }))}
      />
    </div>
  );
}
