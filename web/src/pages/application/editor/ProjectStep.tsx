/** Title, summary, dates, who applies and whom the fund writes to. */

import { isDate } from "@voorsprong/state-aid";
import { Field, Input, TextArea } from "../../../components/Field.js";
import { DayInput, NumberInput } from "../../../components/form/TypedInput.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { Choice, type StepProps, useChange, useSizes, useTags } from "./parts.js";

/** The first step. */
export function ProjectStep({ document, fund, keeper }: StepProps) {
  const { project: t, aid } = useApplicationTexts();
  const change = useChange(keeper);
  const { themes, regions } = useTags(fund);
  const sizes = useSizes();
  const { project = {}, contact = {}, lead } = document;
  const inProject = (values: object) => change("project", { ...project, ...values });
  const inContact = (values: object) => change("contact", { ...contact, ...values });
  const inLead = (values: object) =>
    change("lead", {
      region: lead.region ?? null,
      size: lead.size ?? null,
      employees: lead.employees ?? null,
      ...values,
    });
  const wrongDay = (day: string | null | undefined) => (day && !isDate(day) ? t.wrongDay : undefined);
  const staff: unknown = lead.employees ?? 0;
  const wrongStaff = typeof staff !== "number" || staff < 0 ? t.wrongStaff : undefined;
  const wrongMail = contact.email && !/^[^\s@]+@[^\s@]+$/.test(contact.email) ? t.wrongMail : undefined;
  return (
    <div className="stack stack--wide">
      <div className="stack">
        <Field label={t.title}>
          {(control) => (
            <Input
              {...control}
              value={document.title ?? ""}
              maxLength={200}
              onChange={(event) => change("title", event.target.value)}
            />
          )}
        </Field>
        <Field label={t.summary} hint={t.summaryHint}>
          {(control) => (
            <TextArea
              {...control}
              value={document.summary ?? ""}
              maxLength={5_000}
              onChange={(event) => change("summary", event.target.value)}
            />
          )}
        </Field>
        <Choice
          label={t.theme}
          value={project.theme}
          options={themes}
          onChange={(theme) => inProject({ theme })}
        />
        <Choice
          label={t.region}
          value={project.region}
          options={regions}
          onChange={(region) => inProject({ region })}
        />
        <div className="fields-beside">
          {(["start", "end"] as const).map((name) => (
            <Field key={name} label={t[name]} hint={t.day} error={wrongDay(project[name])}>
              {(control) => (
                <DayInput
                  control={control}
                  value={project[name]}
                  onChange={(value) => inProject({ [name]: value })}
                />
              )}
            </Field>
          ))}
        </div>
      </div>
      <fieldset className="fields">
        <legend>{t.applicant}</legend>
        <p>
          <strong>{lead.name}</strong>
          <br />
          {lead.kvk === null ? t.noKvk : t.kvk(lead.kvk)}
        </p>
        <Choice
          label={aid.size}
          hint={aid.sizeHint}
          value={lead.size}
          options={sizes}
          onChange={(size) => inLead({ size })}
        />
        <Field label={t.employees} error={wrongStaff}>
          {(control) => (
            <NumberInput
              control={control}
              value={lead.employees}
              onChange={(employees) => inLead({ employees })}
            />
          )}
        </Field>
      </fieldset>
      <fieldset className="fields">
        <legend>{t.contact}</legend>
        <p className="soft small">{t.contactHint}</p>
        {(["name", "email", "phone"] as const).map((name) => (
          <Field key={name} label={t[name]} error={name === "email" ? wrongMail : undefined}>
            {(control) => (
              <Input
                {...control}
                type={name === "email" ? "email" : name === "phone" ? "tel" : "text"}
                autoComplete={name === "phone" ? "tel" : name}
                value={contact[name] ?? ""}
                onChange={(event) => inContact({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </fieldset>
    </div>
  );
}
