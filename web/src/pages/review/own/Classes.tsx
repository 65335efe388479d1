/** The kind of research of each work package, with the reviewer's reason. */
import { useQuery } from "@tanstack/react-query";
import type { ApplicationContent } from "@voorsprong/call-form";
import type { OwnReviewView } from "@voorsprong/server/contract";
import { reviewFileQuery } from "../../../api/reviews.js";
import { Field, Select, TextArea } from "../../../components/Field.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";

type ClassesOf = OwnReviewView["classes"];

/** A choice and a reason per work package; nothing where the application has none. */
export function Classes(props: {
  applicationId: string;
  categories: OwnReviewView["categories"];
  classes: ClassesOf;
  onChange: (classes: ClassesOf) => void;
}) {
  const { own } = useReviewTexts();
  const t = own.classes;
  const l = useLocalised();
  const { categories, classes, onChange } = props;
  const nameOf = (category: string) => {
    const known = categories.find(({ id }) => id === category);
    return known === undefined ? category : l(known.title);
  };
  const file = useQuery(reviewFileQuery(props.applicationId));
  const { workPackages = [] } = (file.data?.content ?? {}) as ApplicationContent;
  if (workPackages.length === 0 || categories.length === 0) return null;
  const put = (id: string, category: string, reason: string) => {
    const { [id]: _, ...others } = classes;
    onChange(category === "" ? others : { ...others, [id]: { category, reason } });
  };
  return (
    <section className="criterion stack">
      <h3>{t.title}</h3>
      <p>{t.intro}</p>
      {workPackages.map(({ id, title, category }) => {
        const own = classes[id];
        return (
          <section key={id} className="stack">
            <h4>
              {id} {title}
            </h4>
            {category && <p className="soft small">{t.applicant(nameOf(category))}</p>}
            <Field label={t.category} id={`class-${id}`}>
              {(control) => (
                <Select
                  control={control}
                  value={own?.category ?? ""}
                  onChange={(value) => put(id, value, own?.reason ?? "")}
                  options={[
                    { value: "", label: t.none },
                    ...categories.map(({ id: value, title: name }) => ({ value, label: l(name) })),
                  ]}
                />
              )}
            </Field>
            {own !== undefined && (
              <Field label={t.reason} id={`class-reason-${id}`}>
                {(control) => (
                  <TextArea
                    {...control}
                    rows={3}
                    maxLength={4_000}
                    value={own.reason}
                    onChange={({ target }) => put(id, own.category, target.value)}
                  />
                )}
              </Field>
            )}
          </section>
        );
      })}
    </section>
  );
}
