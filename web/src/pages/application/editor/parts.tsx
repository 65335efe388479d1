/** What the steps of the editor share. */
import type { CallDefinition } from "@voorsprong/call-form";
import type { ApplicationDocument, FundView, GrantApplicationView } from "@voorsprong/server/contract";
import { Field, Select } from "../../../components/Field.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useLocalised } from "../../../i18n/texts.js";
import type { DraftKeeper } from "../draft/keeper.js";
import type { Part } from "../draft/places.js";

/** What each step takes. */
export interface StepProps {
  readonly application: GrantApplicationView;
  readonly call: CallDefinition;
  readonly fund: FundView | undefined;
  readonly document: ApplicationDocument;
  readonly keeper: DraftKeeper;
}

/** Changes one part of the draft. */
export function useChange(keeper: DraftKeeper) {
  return <P extends Part>(part: P, value: unknown) => keeper.change(part, value);
}

/** A free id in a list: `w1`, `w2`, … */
export function freeId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  for (let number = 1; ; number++) if (!ids.has(`${prefix}${number}`)) return `${prefix}${number}`;
}

/** A choice with an empty first option. */
export function Choice(props: {
  label: string;
  hint?: string;
  value: string | null | undefined;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string | null) => void;
}) {
  const { project: t } = useApplicationTexts();
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <Select
          control={control}
          value={props.value ?? ""}
          onChange={(value) => props.onChange(value === "" ? null : value)}
          options={[{ value: "", label: t.choose }, ...props.options]}
        />
      )}
    </Field>
  );
}

/** Themes, regions and sizes of the fund as options. */
export function useTags(fund: FundView | undefined) {
  const l = useLocalised();
  const optionsOf = (items: FundView["themes"] | undefined) =>
    (items ?? []).map(({ id, title }) => ({ value: id, label: l(title) }));
  return { themes: optionsOf(fund?.themes), regions: optionsOf(fund?.regions) };
}

/** The size classes as options. */
export function useSizes() {
  const { size: t } = useApplicationTexts();
  return (["micro", "small", "medium", "large"] as const).map((value) => ({ value, label: t[value] }));
}

/** The name of a party of the application: the lead or a partner. */
export function usePartyName(document: ApplicationDocument): (party: string) => string {
  return (party) =>
    party === "lead"
      ? document.lead.name
      : ((document.partners ?? []).find(({ id }) => id === party)?.name ?? party) || party;
}
