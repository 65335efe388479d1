/** The preview of a list: what it would change, what is not right, and confirming it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ImportView } from "@voorsprong/server/contract";
import { API, sendJson } from "../../api/client.js";
import { importQuery } from "../../api/exchange-queries.js";
import { Alert } from "../../components/Alert.js";
import { Button, ButtonLink } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { KeyFigures } from "../round/KeyFigures.js";
import "../round/round.css";
import "./exchange.css";
import { ImportBadge } from "./Imports.js";
import { PreviewRows } from "./PreviewRows.js";

/** The page of an import. */
export function ImportPage() {
  const { importId } = useParams({ from: "/$lang/exchange/imports/$importId" });
  return <LoadedPage query={useQuery(importQuery(importId))}>{(made) => <Preview made={made} />}</LoadedPage>;
}

function Preview({ made }: { made: ImportView }) {
  const { preview: t, kinds } = useExchangeTexts();
  const f = useFormat();
  const { counts, state } = made;
  return (
    <Page
      title={made.callId === null ? kinds[made.kind] : `${kinds[made.kind]}, ${made.callId}`}
      crumbs={[{ path: "/exchange", label: t.crumb }]}
      marks={<ImportBadge state={state} />}
      intro={<Source made={made} />}
    >
      {state !== "reading" && (
        <KeyFigures
          figures={[
            { label: t.read, value: f.number(counts.read) },
            { label: t.new, value: f.number(counts.new) },
            { label: t.changed, value: f.number(counts.changed) },
            { label: t.unchanged, value: f.number(counts.unchanged) },
            { label: t.errors, value: f.number(counts.errors) },
          ]}
        />
      )}
      <Stand made={made} />
      {(state === "ready" || state === "refused") && <PreviewRows made={made} />}
    </Page>
  );
}

function Source({ made: { fileName, source } }: { made: ImportView }) {
  const t = useExchangeTexts().preview;
  const f = useFormat();
  return (
    <>
      <p>
        {t.intro(fileName)}{" "}
        {source?.kind === "csv" && t.csv(source.encoding, t.separators[source.separator] ?? source.separator)}
        {source?.kind === "xlsx" && t.xlsx(source.sheet)}
      </p>
      {source !== null && source.unused.length > 0 && (
        <p className="small">{t.unused(f.list(source.unused))}</p>
      )}
    </>
  );
}

/** How it stands, in words, with what can be done. */
function Stand({ made }: { made: ImportView }) {
  const t = useExchangeTexts().preview;
  const f = useFormat();
  const l = useLocalised();
  const { counts } = made;
  const again = (
    <div>
      <ButtonLink path="/exchange">{t.again}</ButtonLink>
    </div>
  );
  switch (made.state) {
    case "reading":
      return <p role="status">{t.progress(f.number(counts.read))}</p>;
    case "confirming":
      return <p role="status">{t.writing}</p>;
    case "ready":
      return <Confirm made={made} />;
    case "refused":
      return (
        <Alert kind="danger" title={t.refused(f.number(counts.errors))} live>
          <p>{t.refusedText}</p>
          <p className="exchange-links">
            <a href={`${API}/exchange/imports/${made.id}/errors.csv`} download="errors.csv">
              {t.download}
            </a>
          </p>
          {again}
        </Alert>
      );
    case "done":
      return (
        <Alert kind="good" title={t.done} live>
          <p>{t.doneText(f.number(counts.new), f.number(counts.changed))}</p>
          {again}
        </Alert>
      );
    case "failed":
      return (
        <Alert kind="danger" title={t.failed} live>
          {made.failure !== null && <p>{l(made.failure)}</p>}
          {again}
        </Alert>
      );
    case "discarded":
      return (
        <Alert kind="info" title={t.discarded}>
          {again}
        </Alert>
      );
  }
}

function Confirm({ made: { id, counts } }: { made: ImportView }) {
  const t = useExchangeTexts().preview;
  const f = useFormat();
  const queries = useQueryClient();
  const keep = (made: ImportView) => {
    queries.setQueryData(importQuery(id).queryKey, made);
    void queries.invalidateQueries({ queryKey: ["imports"] });
  };
  const confirm = useMutation({
    mutationFn: () => sendJson<ImportView>("POST", `/exchange/imports/${id}/confirmation`),
    onSuccess: keep,
  });
  const discard = useMutation({
    mutationFn: () => sendJson<ImportView>("DELETE", `/exchange/imports/${id}`),
    onSuccess: keep,
  });
  const changes = counts.new + counts.changed;
  return (
    <Alert kind="info" title={t.ready}>
      <p>{changes === 0 ? t.nothing : t.readyText(f.number(counts.new), f.number(counts.changed))}</p>
      <div className="row screen-only">
        {changes > 0 && (
          <Button purpose="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
            {t.confirm}
          </Button>
        )}
        <Button busy={discard.isPending} onClick={() => discard.mutate()}>
          {t.discard}
        </Button>
      </div>
      {confirm.isError && <ProblemAlert error={confirm.error} />}
      {discard.isError && <ProblemAlert error={discard.error} />}
    </Alert>
  );
}
