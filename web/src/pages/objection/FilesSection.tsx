/** The files of an objection: to open, and for the objector to add to while it is handled. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ObjectionView } from "@voorsprong/server/contract";
import { API, query, sendFile } from "../../api/client.js";
import { FileDrop } from "../../components/FileDrop.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useFormat } from "../../i18n/format.js";
import { useObjectionTexts } from "../../i18n/objection.js";
import { usePerson } from "../../shell/session.js";

/** The files, and a place to add one where the reader may. */
export function FilesSection({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const f = useFormat();
  const person = usePerson();
  const client = useQueryClient();
  const { id, files, organisation, state } = objection;
  const add = useMutation({
    mutationFn: (file: File) =>
      sendFile("PUT", `/objections/${id}/files/${crypto.randomUUID()}${query({ name: file.name })}`, file),
    onSuccess: () => client.invalidateQueries({ queryKey: ["objection", id] }),
  });
  const isOpen = state === "open" || state === "prepared";
  const adds = isOpen && person?.organisations.some(({ name }) => name === organisation) === true;
  if (files.length === 0 && !adds) return null;
  return (
    <Section title={t.files.title}>
      {files.length > 0 && (
        <ul className="stack">
          {files.map(({ id: file, name, bytes }) => (
            <li key={file}>
              <a href={`${API}/objections/${id}/files/${file}`} download>
                {name}
              </a>{" "}
              <span className="small soft">
                ({t.files.size(f.number(Math.max(1, Math.round(bytes / 1024))))})
              </span>
            </li>
          ))}
        </ul>
      )}
      {adds && (
        <div className="screen-only">
          <FileDrop
            label={add.isPending ? t.files.busy : t.files.add}
            hint={t.files.hint}
            accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv"
            onFile={(file) => add.mutate(file)}
          />
          {add.isError && <ProblemAlert error={add.error} />}
        </div>
      )}
    </Section>
  );
}
