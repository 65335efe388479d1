/** Archives of calls from other installations: checked whole, then kept. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ArchiveCheck, ArchiveSummary } from "@voorsprong/server/contract";
import { useState } from "react";
import { sendFile } from "../../api/client.js";
import { archivesQuery } from "../../api/exchange-queries.js";
import { Alert } from "../../components/Alert.js";
import { ExampleBadge } from "../../components/Badge.js";
import { Button } from "../../components/Button.js";
import { FileDrop } from "../../components/FileDrop.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { Table } from "../../components/Table.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import type { Person } from "../../shell/session.js";

/** The archives that are kept, and taking another in; roles for all funds only. */
export function Archives({ person }: { person: Person }) {
  const t = useExchangeTexts().archives;
  const onAll = (role: "fund-manager" | "auditor") =>
    person.roles.some((held) => held.role === role && held.fundId === null);
  const manages = onAll("fund-manager");
  return (
    <Section title={t.title} intro={t.intro}>
      {!manages && !onAll("auditor") && <p>{t.notAllFunds}</p>}
      {manages && <TakeIn />}
      {(manages || onAll("auditor")) && <Kept />}
    </Section>
  );
}

function TakeIn() {
  const t = useExchangeTexts().archives;
  const queries = useQueryClient();
  const [file, setFile] = useState<File>();
  const check = useMutation({
    mutationFn: (chosen: File) => sendFile<ArchiveCheck>("POST", "/exchange/archive-checks", chosen),
  });
  const keep = useMutation({
    mutationFn: (chosen: File) => sendFile<ArchiveSummary>("POST", "/exchange/archives", chosen),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["archives"] }),
  });
  return (
    <div className="stack">
      <FileDrop
        label={t.file}
        accept=".zip"
        onFile={(chosen) => {
          setFile(chosen);
          keep.reset();
          check.mutate(chosen);
        }}
      />
      {check.isPending && <p role="status">{t.checking}</p>}
      {check.isError && <ProblemAlert error={check.error} />}
      {check.data !== undefined && keep.data === undefined && <Checked found={check.data} />}
      {check.data?.archive?.keptAt === null && keep.data === undefined && file !== undefined && (
        <div>
          <Button purpose="primary" busy={keep.isPending} onClick={() => keep.mutate(file)}>
            {t.keep}
          </Button>
        </div>
      )}
      {keep.isError && <ProblemAlert error={keep.error} />}
      {keep.data !== undefined && (
        <Alert kind="good" title={t.keptNow} live>
          <p>
            <PageLink path={`/exchange/archives/${keep.data.hash}`}>{t.open}</PageLink>
          </p>
        </Alert>
      )}
    </div>
  );
}

function Checked({ found: { archive, faults } }: { found: ArchiveCheck }) {
  const t = useExchangeTexts().archives;
  const l = useLocalised();
  if (archive === null)
    return (
      <Alert kind="danger" title={t.bad} live>
        <p>{t.badText}</p>
        <ul className="exchange-errors">
          {faults.map(({ path, problem }) => (
            <li key={`${path} ${problem.en}`}>
              <strong>{path ?? t.whole}</strong>: {l(problem)}
            </li>
          ))}
        </ul>
      </Alert>
    );
  return (
    <Alert kind="good" title={t.good} live>
      <p>
        <strong>{l(archive.call.title)}</strong>, {l(archive.fund.title)}
      </p>
      <p className="hash">{archive.own ? t.own : t.key(archive.keyId)}</p>
      {archive.keptAt !== null && <p>{t.kept}</p>}
      <Contents archive={archive} />
    </Alert>
  );
}

function Contents({ archive }: { archive: ArchiveSummary }) {
  const t = useExchangeTexts().archives;
  const f = useFormat();
  return (
    <Table
      caption={t.files}
      captionHidden
      rows={archive.files}
      rowKey={({ kind }) => kind}
      columns={[
        { id: "kind", header: t.kind, rowHeader: true, cell: ({ kind }) => t.kinds[kind] },
        { id: "count", header: t.count, numeric: true, cell: ({ count }) => f.number(count) },
        {
          id: "size",
          header: t.size,
          numeric: true,
          cell: ({ size }) => t.megabytes(f.number(size / 1_000_000, 2)),
        },
      ]}
    />
  );
}

function Kept() {
  const t = useExchangeTexts().archives;
  const f = useFormat();
  const l = useLocalised();
  return (
    <>
      <h3>{t.list}</h3>
      <Loaded query={useQuery(archivesQuery())}>
        {({ items }) => (
          <Table
            caption={t.list}
            captionHidden
            stacked
            rows={items}
            rowKey={({ hash }) => hash}
            empty={t.empty}
            columns={[
              {
                id: "call",
                header: t.call,
                rowHeader: true,
                cell: ({ hash, call, example }) => (
                  <>
                    <PageLink path={`/exchange/archives/${hash}`}>{l(call.title)}</PageLink>{" "}
                    {example && <ExampleBadge />}
                  </>
                ),
              },
              { id: "from", header: t.from, cell: ({ madeAt }) => f.dateTime(madeAt) },
              {
                id: "files",
                header: t.files,
                numeric: true,
                cell: ({ files }) => f.number(files.reduce((sum, { count }) => sum + count, 0)),
              },
            ]}
          />
        )}
      </Loaded>
    </>
  );
}
