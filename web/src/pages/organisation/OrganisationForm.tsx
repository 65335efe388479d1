/** What is known of an organisation. Only its name and what it is are needed; nothing a register lacks stops anybody. */
import type { OrganisationDetails } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useAccessTexts } from "../../i18n/access.js";

const KINDS = ["company", "school", "research", "public", "person", "other"] as const;
type Draft = Record<"name" | "kvk" | "place" | "postcode" | "employees" | "website", string> & {
  kind: (typeof KINDS)[number];
};

/** An organisation of which nothing is known but its name. */
export const blank = (name: string): OrganisationDetails => ({
  name,
  kind: "company",
  kvk: null,
  region: null,
  size: null,
  postcode: null,
  place: null,
  country: "NL",
  sector: null,
  employees: null,
  website: null,
});

/**
 * The form.
 * @param fixedNumber the number was confirmed by a sign-in service and cannot be changed
 */
export function OrganisationForm(props: {
  known: OrganisationDetails;
  fixedNumber?: boolean;
  button: string;
  busy: boolean;
  error: unknown;
  onSave: (details: OrganisationDetails) => void;
}) {
  const t = useAccessTexts().organisation;
  const [draft, setDraft] = useState<Draft>({
    name: props.known.name,
    kind: props.known.kind,
    kvk: props.known.kvk ?? "",
    place: props.known.place ?? "",
    postcode: props.known.postcode ?? "",
    employees: props.known.employees?.toString() ?? "",
    website: props.known.website ?? "",
  });
  const [tried, setTried] = useState(false);
  const wrong = {
    name: draft.name.trim() === "" ? t.errors.name : undefined,
    kvk: draft.kvk.trim() !== "" && !/^\d{8}$/.test(draft.kvk.trim()) ? t.errors.kvk : undefined,
    employees:
      draft.employees.trim() !== "" && !/^\d{1,7}$/.test(draft.employees.trim())
        ? t.errors.employees
        : undefined,
    website:
      draft.website.trim() !== "" && !isWebAddress(draft.website.trim()) ? t.errors.website : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (props.busy || Object.values(wrong).some((each) => each !== undefined)) return;
    const text = (value: string) => (value.trim() === "" ? null : value.trim());
    props.onSave({
      ...props.known,
      name: draft.name.trim(),
      kind: draft.kind,
      kvk: text(draft.kvk),
      place: text(draft.place),
      postcode: text(draft.postcode),
      employees: draft.employees.trim() === "" ? null : Number(draft.employees.trim()),
      website: text(draft.website),
    });
  };
  const line = (
    key: "name" | "kvk" | "place" | "postcode" | "employees" | "website",
    more: { hint?: string; inputMode?: "numeric" | "url"; readOnly?: boolean; autoComplete?: string } = {},
  ) => {
    const { hint, ...input } = more;
    const error = tried && key in wrong ? wrong[key as keyof typeof wrong] : undefined;
    return (
      <Field
        label={t.fields[key]}
        {...(key !== "name" && { mark: t.optional })}
        {...(hint !== undefined && { hint })}
        error={error}
      >
        {(control) => (
          <Input
            {...control}
            {...input}
            value={draft[key]}
            maxLength={200}
            onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
          />
        )}
      </Field>
    );
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {line("name", { autoComplete: "organization" })}
      <Field label={t.fields.kind}>
        {(control) => (
          <Select
            control={control}
            value={draft.kind}
            onChange={(value) =>
              setDraft({ ...draft, kind: KINDS.find((kind) => kind === value) ?? "company" })
            }
            options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          />
        )}
      </Field>
      {line("kvk", {
        hint: props.fixedNumber ? t.confirmed : t.kvkHint,
        inputMode: "numeric",
        readOnly: props.fixedNumber === true,
      })}
      {line("postcode", { autoComplete: "postal-code" })}
      {line("place", { autoComplete: "address-level2" })}
      {line("employees", { hint: t.employeesHint, inputMode: "numeric" })}
      {line("website", { inputMode: "url", autoComplete: "url" })}
      {props.error !== null && <ProblemAlert error={props.error} />}
      <div>
        <Button type="submit" purpose="primary" busy={props.busy}>
          {props.button}
        </Button>
      </div>
    </form>
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
