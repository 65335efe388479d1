/** What is kept about somebody: how long and why, taking it along, having it erased. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Erased } from "@voorsprong/server/contract";
import { useState } from "react";
import { retentionQuery } from "../../api/access-queries.js";
import { API, forgetCsrfToken, sendJson } from "../../api/client.js";
import { Alert } from "../../components/Alert.js";
import { Button } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { Table } from "../../components/Table.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";

/** The section about one's own data. */
export function MyData() {
  const t = useAccessTexts().account.data;
  const localised = useLocalised();
  const retention = useQuery(retentionQuery());
  return (
    <Section title={t.title} intro={t.intro} id="data">
      <p>
        <a href={`${API}/people/me/data`} download="my-data.json">
          {t.download}
        </a>
      </p>
      <Loaded query={retention}>
        {({ items }) => (
          <Table
            caption={t.retention.caption}
            stacked
            rows={items}
            rowKey={({ kind, what }) => `${kind} ${what.en}`}
            columns={[
              { id: "what", header: t.retention.what, rowHeader: true, cell: ({ what }) => localised(what) },
              {
                id: "years",
                header: t.retention.years,
                cell: ({ years }) => (years === 0 ? t.retention.shortly : t.retention.count(years)),
              },
              { id: "source", header: t.retention.source, cell: ({ source }) => localised(source) },
            ]}
          />
        )}
      </Loaded>
      <Erasure />
    </Section>
  );
}

function Erasure() {
  const t = useAccessTexts().account.data.erase;
  const localised = useLocalised();
  const format = useFormat();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const erase = useMutation({
    mutationFn: () => sendJson<Erased>("POST", "/people/me/erasure", { confirm: true }),
    onSuccess: () => forgetCsrfToken(),
  });
  if (erase.isSuccess)
    return (
      <Alert kind="good" title={t.done} live>
        {erase.data.kept.length === 0 ? (
          <p>{t.nothingKept}</p>
        ) : (
          <>
            <p>{t.kept}</p>
            <ul>
              {erase.data.kept.map(({ what, article, until }) => (
                <li key={`${article} ${what.en}`}>
                  {localised(what)} ({article}
                  {until !== null && `, ${t.until(format.date(until))}`})
                </li>
              ))}
            </ul>
          </>
        )}
        <div>
          <Button onClick={() => void queries.resetQueries()}>{t.leave}</Button>
        </div>
      </Alert>
    );
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t.begin}</Button>
      </div>
    );
  return (
    <form
      className="stack card"
      onSubmit={(event) => {
        event.preventDefault();
        if (sure && !erase.isPending) erase.mutate();
      }}
    >
      <h3>{t.title}</h3>
      <p>{t.what}</p>
      <label className="checkbox">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        <span>{t.sure}</span>
      </label>
      {erase.isError && <ProblemAlert error={erase.error} />}
      <div className="row">
        <Button type="submit" purpose="primary" disabled={!sure} busy={erase.isPending}>
          {t.confirm}
        </Button>
        <Button onClick={() => setOpen(false)}>{t.cancel}</Button>
      </div>
    </form>
  );
}
