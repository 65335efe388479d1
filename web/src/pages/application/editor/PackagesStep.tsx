/** Work packages with their classification and the reason for it. */
import { workCategoriesOf } from "@voorsprong/state-aid";
import { Button } from "../../../components/Button.js";
import { Field, Input, TextArea } from "../../../components/Field.js";
import { Check } from "../../../components/form/Options.js";
import { NumberInput } from "../../../components/form/TypedInput.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { Choice, freeId, type StepProps, useChange } from "./parts.js";

/** The work packages. */
export function PackagesStep({ call, document, keeper }: StepProps) {
  const { packages: t } = useApplicationTexts();
  const l = useLocalised();
  const announce = useAnnounce();
  const change = useChange(keeper);
  const all = document.workPackages ?? [];
  const categories = workCategoriesOf(call.aid.basis);
  const put = (at: number, values: object) =>
    change(
      "workPackages",
      all.map((each, index) => (index === at ? { ...each, ...values } : each)),
    );
  return (
    <div className="stack stack--wide">
      <p>{t.intro}</p>
      {all.map((each, at) => {
        const category = categories.find(({ id }) => id === each.category);
        return (
          <fieldset key={each.id} className="fields card">
            <legend>{t.one(String(at + 1))}</legend>
            <Field label={t.title}>
              {(control) => (
                <Input
                  {...control}
                  value={each.title ?? ""}
                  maxLength={200}
                  onChange={(event) => put(at, { title: event.target.value })}
                />
              )}
            </Field>
            <Field label={t.description}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  value={each.description ?? ""}
                  maxLength={5_000}
                  onChange={(event) => put(at, { description: event.target.value })}
                />
              )}
            </Field>
            <Choice
              label={t.category}
              value={each.category}
              options={categories.map(({ id, title }) => ({ value: id, label: l(title) }))}
              onChange={(value) => put(at, { category: value })}
            />
            {category && (
              <p className="soft small">
                {l(category.explanation)} ({category.article})
              </p>
            )}
            {category?.basis === "31" && (
              <>
                <Check
                  control={{ id: `${each.id}-disadvantaged` }}
                  label={t.disadvantaged}
                  checked={each.disadvantagedWorkers === true}
                  onChange={() => put(at, { disadvantagedWorkers: each.disadvantagedWorkers !== true })}
                />
                <Check
                  control={{ id: `${each.id}-maritime` }}
                  label={t.maritime}
                  checked={each.maritime === true}
                  onChange={() => put(at, { maritime: each.maritime !== true })}
                />
              </>
            )}
            {category?.basis === "27-operation" && (
              <Field label={t.operationYears}>
                {(control) => (
                  <NumberInput
                    control={control}
                    value={each.operationYears}
                    onChange={(operationYears) => put(at, { operationYears })}
                  />
                )}
              </Field>
            )}
            <Field label={t.reason} hint={t.reasonHint}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  value={each.reason ?? ""}
                  maxLength={2_000}
                  onChange={(event) => put(at, { reason: event.target.value })}
                />
              )}
            </Field>
            <div>
              <Button
                purpose="subtle"
                aria-label={t.remove(each.title || t.one(String(at + 1)))}
                onClick={() => {
                  change(
                    "workPackages",
                    all.filter((_, index) => index !== at),
                  );
                  announce(t.removed);
                }}
              >
                {t.removeLabel}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <div>
        <Button onClick={() => change("workPackages", [...all, { id: freeId("w", all) }])}>{t.add}</Button>
      </div>
    </div>
  );
}
