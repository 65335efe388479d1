/** The versions that were submitted, with what changed between them. */
import { useQuery } from "@tanstack/react-query";
import type { GrantApplicationView } from "@voorsprong/server/contract";
import { applicationPath, versionDifferencesQuery } from "../../../api/application-queries.js";
import { API } from "../../../api/client.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { PageLink } from "../../../components/PageLink.js";
import { Table } from "../../../components/Table.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { useLanguage } from "../../../i18n/language.js";

/** Every submitted version with its receipt and hash. */
export function Versions({ application }: { application: GrantApplicationView }) {
  const { view: t } = useApplicationTexts();
  const f = useFormat();
  const language = useLanguage();
  const path = `${API}${applicationPath(application.id)}`;
  if (application.versions.length === 0) return null;
  return (
    <Section title={t.versions}>
      {application.versions.map((each) => (
        <div key={each.version} className="card stack">
          <h3>{t.version(String(each.version))}</h3>
          <p>
            {t.received} {f.dateTime(each.submittedAt)}
          </p>
          <p className="row screen-only">
            <a href={`${path}/receipt.pdf?language=${language}&version=${each.version}`}>{t.receipt}</a>
            {each.kept && <a href={`${path}/versions/${each.version}`}>{t.record}</a>}
            <PageLink path="/ledger" search={{ subject: application.id }}>
              {t.hash}
            </PageLink>
          </p>
          <p className="small soft hash">
            <code>{each.hash}</code>
          </p>
          {each.version > 1 && <Differences id={application.id} version={each.version} />}
        </div>
      ))}
    </Section>
  );
}

const words = (value: unknown): string =>
  value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

function Differences({ id, version }: { id: string; version: number }) {
  const { view: t } = useApplicationTexts();
  const differences = useQuery(versionDifferencesQuery(id, version));
  return (
    <Loaded query={differences}>
      {({ differences: all }) => (
        <Table
          caption={t.differences}
          stacked
          columns={[
            { id: "place", header: t.place, rowHeader: true, cell: (row) => row.path.join(" › ") },
            { id: "before", header: t.before, cell: (row) => words(row.before) || t.nothing },
            { id: "after", header: t.after, cell: (row) => words(row.after) || t.nothing },
          ]}
          rows={all}
          rowKey={(row) => row.path.join("/")}
        />
      )}
    </Loaded>
  );
}
