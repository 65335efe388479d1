/** Objecting to a decision, online. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { ApplicationDecision, ObjectionView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { applicationDecisionQuery } from "../../api/decision-queries.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Field, TextArea } from "../../components/Field.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useLanguage } from "../../i18n/language.js";
import { useObjectionTexts } from "../../i18n/objection.js";
import { useLocalised } from "../../i18n/texts.js";
import "../decision/decision.css";

/** The page on which one objects. */
export function FileObjectionPage() {
  const { applicationId } = useParams({ from: "/$lang/objection/$applicationId" });
  return (
    <LoadedPage query={useQuery(applicationDecisionQuery(applicationId))}>
      {(decision) => <FileObjection decision={decision} />}
    </LoadedPage>
  );
}

function FileObjection({ decision }: { decision: ApplicationDecision }) {
  const t = useObjectionTexts();
  const d = useDecisionTexts();
  const f = useFormat();
  const l = useLocalised();
  const { applicationId, dossier, objection } = decision;
  return (
    <Page
      title={t.file.title}
      crumbs={[{ path: `/decision/${applicationId}`, label: dossier }]}
      intro={<p>{t.file.intro(dossier)}</p>}
    >
      {objection === null ? (
        <p>{t.file.none}</p>
      ) : objection.objectionId === null && objection.appeal !== null ? (
        <p>{d.application.appeal(f.date(objection.appeal.until), l(objection.appeal.court))}</p>
      ) : objection.objectionId === null ? (
        <ObjectionForm decision={decision} objection={objection} />
      ) : (
        <p>
          {d.application.objectionOpen}{" "}
          <PageLink path={`/objections/${objection.objectionId}`}>{d.application.objectionView}</PageLink>
        </p>
      )}
    </Page>
  );
}

function ObjectionForm({
  decision: { applicationId },
  objection,
}: {
  decision: ApplicationDecision;
  objection: NonNullable<ApplicationDecision["objection"]>;
}) {
  const t = useObjectionTexts();
  const f = useFormat();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [grounds, setGrounds] = useState("");
  const [excuse, setExcuse] = useState("");
  const [tried, setTried] = useState(false);
  const file = useMutation({
    mutationFn: () =>
      sendJson<ObjectionView>("POST", `/applications/${applicationId}/objections`, {
        grounds,
        excuse: excuse.trim() === "" ? null : excuse,
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries();
      await navigate({ to: `/${language}/objections/${id}` });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (grounds.trim() !== "" && !file.isPending) file.mutate();
  }
  return (
    <form className="decision__form" onSubmit={submit} noValidate>
      {objection.open ? (
        <p>{t.file.until(f.date(objection.until))}</p>
      ) : (
        <Alert kind="warning">{<p>{t.file.late(f.date(objection.until))}</p>}</Alert>
      )}
      <Field
        label={t.file.grounds}
        hint={t.file.groundsHint}
        error={tried && grounds.trim() === "" ? t.file.groundsMissing : undefined}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={10}
            value={grounds}
            onChange={(event) => setGrounds(event.target.value)}
          />
        )}
      </Field>
      {!objection.open && (
        <Field label={t.file.excuse} hint={t.file.excuseHint}>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={excuse}
              onChange={(event) => setExcuse(event.target.value)}
            />
          )}
        </Field>
      )}
      {file.isError && <ProblemAlert error={file.error} />}
      <div>
        <Button purpose="primary" type="submit" busy={file.isPending}>
          {t.file.submit}
        </Button>
      </div>
    </form>
  );
}
