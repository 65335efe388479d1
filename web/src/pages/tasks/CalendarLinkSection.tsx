/** A private link by which a calendar program follows the terms. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CalendarLink } from "@voorsprong/server/contract";
import { useState } from "react";
import { sendJson } from "../../api/client.js";
import { Button } from "../../components/Button.js";
import { Field, Input } from "../../components/Field.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useTaskTexts } from "../../i18n/tasks.js";
import { useAnnounce } from "../../shell/Announcer.js";

/** The section. @param exists whether a link was made before */
export function CalendarLinkSection({ exists }: { exists: boolean }) {
  const { calendar: t } = useTaskTexts();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [link, setLink] = useState<string | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ["tasks"] });
  const make = useMutation({
    mutationFn: () => sendJson<CalendarLink>("POST", "/tasks/calendar-link"),
    onSuccess: async ({ path }) => {
      setLink(window.location.origin + path);
      announce(t.made);
      await refresh();
    },
  });
  const end = useMutation({
    mutationFn: () => sendJson<void>("DELETE", "/tasks/calendar-link"),
    onSuccess: async () => {
      setLink(null);
      announce(t.ended);
      await refresh();
    },
  });
  const error = make.error ?? end.error;
  return (
    <Section title={t.title} id="calendar" intro={t.intro}>
      {link !== null && (
        <Field label={t.link}>
          {(control) => (
            <Input {...control} readOnly value={link} onFocus={(event) => event.target.select()} />
          )}
        </Field>
      )}
      {link === null && exists && <p>{t.exists}</p>}
      <div className="row screen-only">
        {link !== null && (
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(link).then(() => announce(t.copied));
            }}
          >
            {t.copy}
          </Button>
        )}
        <Button busy={make.isPending} onClick={() => make.mutate()}>
          {exists ? t.again : t.make}
        </Button>
        {exists && (
          <Button purpose="subtle" busy={end.isPending} onClick={() => end.mutate()}>
            {t.end}
          </Button>
        )}
      </div>
      {exists && <p className="small soft">{t.againHint}</p>}
      {error !== null && <ProblemAlert error={error} />}
    </Section>
  );
}
