/** Objections that the reader may see. */
import { useQuery } from "@tanstack/react-query";
import { objectionsQuery } from "../../api/decision-queries.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useObjectionTexts } from "../../i18n/objection.js";

/** The page with the list of objections. */
export function ObjectionsPage() {
  const t = useObjectionTexts();
  const d = useDecisionTexts();
  const f = useFormat();
  return (
    <LoadedPage query={useQuery(objectionsQuery())}>
      {({ items }) => (
        <Page title={t.list.title} intro={<p>{t.list.intro}</p>}>
          <Table
            caption={t.list.table}
            stacked
            rows={items}
            rowKey={({ id }) => id}
            empty={t.list.empty}
            columns={[
              {
                id: "number",
                header: t.list.number,
                rowHeader: true,
                cell: ({ id, number, dossier }) => (
                  <PageLink path={`/objections/${id}`}>{t.view.title(f.number(number), dossier)}</PageLink>
                ),
              },
              {
                id: "organisation",
                header: d.preview.organisation,
                cell: ({ organisation }) => organisation,
              },
              { id: "state", header: t.list.state, cell: ({ state }) => t.state[state] },
              { id: "filed", header: t.list.filed, cell: ({ filedAt }) => f.date(filedAt) },
              { id: "due", header: t.list.due, cell: ({ due }) => f.date(due) },
            ]}
          />
        </Page>
      )}
    </LoadedPage>
  );
}
