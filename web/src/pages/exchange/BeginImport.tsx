/** Choosing what to bring in, a template, and the file. */
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { CallSummary, ImportView } from "@voorsprong/server/contract";
import { useState } from "react";
import { API, query, sendFile } from "../../api/client.js";
import { Field, Select } from "../../components/Field.js";
import { FileDrop } from "../../components/FileDrop.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useLanguage } from "../../i18n/language.js";
import { useLocalised } from "../../i18n/texts.js";

const KINDS = ["organisations", "applications"] as const;

/** The form; a file that is sent leads to its preview. */
export function BeginImport({ calls }: { calls: readonly CallSummary[] }) {
  const { begin: t, kinds } = useExchangeTexts();
  const l = useLocalised();
  const lang = useLanguage();
  const navigate = useNavigate();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("organisations");
  const [chosen, setChosen] = useState<string>();
  const callId = kind === "organisations" ? undefined : (chosen ?? calls[0]?.id);
  const possible = kind === "organisations" || callId !== undefined;
  const target = { kind, callId };
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<ImportView>("POST", `/exchange/imports${query({ ...target, fileName: file.name })}`, file),
    onSuccess: ({ id }) =>
      navigate({ to: "/$lang/exchange/imports/$importId", params: { lang, importId: id } }),
  });
  return (
    <Section title={t.title} intro={t.intro}>
      <div className="stack">
        <Field label={t.kind}>
          {(control) => (
            <Select
              control={control}
              value={kind}
              onChange={(value) => setKind(KINDS.find((each) => each === value) ?? "organisations")}
              options={KINDS.map((each) => ({ value: each, label: kinds[each] }))}
            />
          )}
        </Field>
        {kind === "applications" &&
          (calls.length === 0 ? (
            <p>{t.noCalls}</p>
          ) : (
            <Field label={t.call}>
              {(control) => (
                <Select
                  control={control}
                  value={callId ?? ""}
                  onChange={setChosen}
                  options={calls.map(({ id, title }) => ({ value: id, label: l(title) }))}
                />
              )}
            </Field>
          ))}
        {possible && (
          <>
            <p className="exchange-links">
              <span>{t.template}:</span>
              <a href={`${API}/exchange/template.xlsx${query(target)}`} download={`${kind}.xlsx`}>
                {t.xlsx}
              </a>
              <a href={`${API}/exchange/template.csv${query(target)}`} download={`${kind}.csv`}>
                {t.csv}
              </a>
            </p>
            <FileDrop
              label={t.file}
              hint={t.fileHint}
              accept=".csv,.xlsx,.txt"
              onFile={(file) => {
                if (!send.isPending) send.mutate(file);
              }}
            />
          </>
        )}
        {send.isPending && <p role="status">{t.sending}</p>}
        {send.isError && <ProblemAlert error={send.error} />}
      </div>
    </Section>
  );
}
