/** The letters of a call: a list in pages, each to read, and all of them as one file. */
import { useQuery } from "@tanstack/react-query";
import { API } from "../../api/client.js";
import { lettersQuery } from "../../api/decision-queries.js";
import { Loaded } from "../../components/Loading.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useLanguage } from "../../i18n/language.js";

/** The letters of a call. */
export function LettersSection({ callId, page }: { callId: string; page: number }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const language = useLanguage();
  return (
    <Section title={t.letters.title} id="letters">
      <Loaded query={useQuery(lettersQuery(callId, page))}>
        {({ items, pageSize, total }) => (
          <>
            <p>
              {t.letters.count(f.number(total))}{" "}
              <a href={`${API}/calls/${callId}/letters.zip?language=${language}`} download>
                {t.letters.zip}
              </a>
            </p>
            <Pagination path={`/calls/${callId}/decision`} page={page} pageSize={pageSize} total={total}>
              <Table
                caption={t.letters.table}
                stacked
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    id: "dossier",
                    header: t.preview.dossier,
                    rowHeader: true,
                    cell: ({ id, dossier }) => <PageLink path={`/letters/${id}`}>{dossier}</PageLink>,
                  },
                  {
                    id: "organisation",
                    header: t.preview.organisation,
                    cell: ({ organisation }) => organisation,
                  },
                  { id: "kind", header: t.letters.kind, cell: ({ kind }) => t.letters.kinds[kind] },
                  { id: "sent", header: t.letters.sent, cell: ({ sentOn }) => f.date(sentOn) },
                ]}
              />
            </Pagination>
          </>
        )}
      </Loaded>
    </Section>
  );
}
