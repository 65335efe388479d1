/** The files of an archive that is kept. */
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { API } from "../../api/client.js";
import { archiveFilesQuery } from "../../api/exchange-queries.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import { useExchangeTexts } from "../../i18n/exchange.js";

/** The page. */
export function ArchivePage() {
  const { archives: t, preview } = useExchangeTexts();
  const { hash } = useParams({ from: "/$lang/exchange/archives/$hash" });
  const { page = 1 } = useSearch({ from: "/$lang/exchange/archives/$hash" });
  return (
    <LoadedPage query={useQuery(archiveFilesQuery(hash, page))}>
      {({ items, pageSize, total }) => (
        <Page
          title={t.fileCaption}
          crumbs={[{ path: "/exchange", label: preview.crumb }]}
          intro={<p className="hash">{hash}</p>}
        >
          <div className="stack">
            <Pagination path={`/exchange/archives/${hash}`} page={page} pageSize={pageSize} total={total}>
              <Table
                caption={t.fileCaption}
                captionHidden
                stacked
                rows={items}
                rowKey={({ position }) => String(position)}
                columns={[
                  {
                    id: "path",
                    header: t.path,
                    rowHeader: true,
                    cell: ({ position, path }) => (
                      <a
                        className="hash"
                        href={`${API}/exchange/archives/${encodeURIComponent(hash)}/files/${position}`}
                        download
                      >
                        {path}
                      </a>
                    ),
                  },
                  { id: "kind", header: t.kind, cell: ({ kind }) => t.kinds[kind] },
                  {
                    id: "fingerprint",
                    header: t.fingerprint,
                    cell: ({ sha256 }) => <span className="hash small">{sha256}</span>,
                  },
                ]}
              />
            </Pagination>
          </div>
        </Page>
      )}
    </LoadedPage>
  );
}
