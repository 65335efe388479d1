import { useMutation, useQueryClient } from "@tanstack/react-query";
import { sendJson } from "../../api/client.js";
import { Field, Select } from "../../components/Field.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useAnnounce } from "../../shell/Announcer.js";
import type { Person } from "../../shell/session.js";

/** The language in which letters and messages reach somebody; the page's own language is in its address. */
export function LanguageChoice({ person }: { person: Person }) {
  const t = useAccessTexts().account.language;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const change = useMutation({
    mutationFn: (language: string) => sendJson<void>("PUT", "/people/me/language", { language }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["session"] });
      announce(t.saved);
    },
  });
  return (
    <>
      <Field label={t.label} hint={t.hint}>
        {(control) => (
          <Select
            control={control}
            value={change.isPending ? change.variables : person.language}
            onChange={(value) => change.mutate(value)}
            options={[
              { value: "nl", label: "Nederlands" },
              { value: "en", label: "English" },
            ]}
          />
        )}
      </Field>
      {change.isError && <ProblemAlert error={change.error} />}
    </>
  );
}
