/** The values of the example that conditions look at besides the answers. */
import type { ApplicationContent, Partner } from "@voorsprong/call-form";
import { Field, FieldGroup, Select } from "../../../components/Field.js";
import { Checks } from "../../../components/form/Options.js";
import { DayInput, MoneyInput, NumberInput } from "../../../components/form/TypedInput.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import type { PartProps } from "./parts.js";

/** Kinds of organisations. */
const KINDS = ["company", "school", "research", "public", "other"] as const;

/** Partners of the example, one of each kind that is asked for. */
function partnersOf(kinds: readonly string[]): readonly Partner[] {
  return kinds.map((kind, place) => ({ id: `p${place + 1}`, kind }));
}

/** The fields. */
export function TryFacts(props: {
  call: PartProps["call"];
  fund: PartProps["fund"];
  example: ApplicationContent;
  onExample: (example: ApplicationContent) => void;
}) {
  const { call, fund, example, onExample } = props;
  const { try: t, kinds } = useCallEditTexts();
  const l = useLocalised();
  const lead = example.lead ?? {};
  const project = example.project ?? {};
  const setLead = (change: Partial<typeof lead>) => onExample({ ...example, lead: { ...lead, ...change } });
  const setProject = (change: Partial<typeof project>) =>
    onExample({ ...example, project: { ...project, ...change } });
  const named = (values: PartProps["fund"]["themes"]) =>
    values.map(({ id, title }) => ({ value: id, label: l(title) }));
  const choose = (
    label: string,
    value: string | null | undefined,
    options: readonly { value: string; label: string }[],
    set: (value: string | null) => void,
  ) => (
    <Field label={label}>
      {(control) => (
        <Select
          control={control}
          value={value ?? ""}
          onChange={(next) => set(next === "" ? null : next)}
          options={[{ value: "", label: t.notGiven }, ...options]}
        />
      )}
    </Field>
  );
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  const budget = call.budgets[0]?.id ?? "";
  const kindOptions = KINDS.map((value) => ({ value, label: kinds[value] }));
  return (
    <div className="stack">
      <div className="call-edit__beside">
        {choose(t.kind, lead.kind, kindOptions, (kind) => setLead({ kind }))}
        {choose(t.size, lead.size, named(fund.sizes), (size) => setLead({ size }))}
        {choose(t.region, lead.region, named(fund.regions), (region) => setLead({ region }))}
        <Field label={t.employees}>
          {(control) => (
            <NumberInput
              control={control}
              value={lead.employees ?? null}
              onChange={(employees) => setLead({ employees: number(employees) })}
            />
          )}
        </Field>
        {choose(t.theme, project.theme, named(fund.themes), (theme) => setProject({ theme }))}
        <Field label={t.start}>
          {(control) => (
            <DayInput
              control={control}
              value={project.start ?? null}
              onChange={(start) => setProject({ start: start as string | null })}
            />
          )}
        </Field>
        <Field label={t.end}>
          {(control) => (
            <DayInput
              control={control}
              value={project.end ?? null}
              onChange={(end) => setProject({ end: end as string | null })}
            />
          )}
        </Field>
        <Field label={t.costs}>
          {(control) => (
            <MoneyInput
              control={control}
              value={example.costs?.[0]?.cents ?? null}
              onChange={(cents) =>
                onExample({ ...example, costs: cents === null ? [] : [{ cents: number(cents) }] })
              }
            />
          )}
        </Field>
        <Field label={t.requested}>
          {(control) => (
            <MoneyInput
              control={control}
              value={example.requested?.[budget] ?? null}
              onChange={(cents) => onExample({ ...example, requested: { [budget]: number(cents) } })}
            />
          )}
        </Field>
      </div>
      <FieldGroup label={t.partners}>
        {(control) => (
          <Checks
            control={control}
            options={kindOptions}
            value={(example.partners ?? []).map(({ kind }) => kind ?? "")}
            onChange={(chosen) => onExample({ ...example, partners: partnersOf(chosen) })}
          />
        )}
      </FieldGroup>
    </div>
  );
}
