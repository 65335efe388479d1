/** The reviewers of a call: load, expertise, and adding or changing one. */
import { useQuery } from "@tanstack/react-query";
import type { ReviewerList } from "@voorsprong/server/contract";
import { reviewersQuery } from "../../../api/reviews.js";
import { Badge } from "../../../components/Badge.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { ReviewerForm } from "./ReviewerForm.js";

/** The list, and the form for one. */
export function Reviewers({ callId, isFixed }: { callId: string; isFixed: boolean }) {
  const { manage } = useReviewTexts();
  const t = manage.reviewers;
  const query = useQuery(reviewersQuery(callId));
  return (
    <Section title={t.title} intro={t.intro}>
      <Loaded query={query}>
        {(list) => (
          <div className="stack">
            {list.items.length === 0 ? (
              <p>{t.none}</p>
            ) : (
              <ReviewersTable callId={callId} list={list} isFixed={isFixed} />
            )}
            {!isFixed && (
              <details className="screen-only">
                <summary>{t.add}</summary>
                {list.candidates.length === 0 ? (
                  <p>{t.noCandidates}</p>
                ) : (
                  <ReviewerForm callId={callId} themes={list.themes} candidates={list.candidates} />
                )}
              </details>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function ReviewersTable({ callId, list, isFixed }: { callId: string; list: ReviewerList; isFixed: boolean }) {
  const { manage } = useReviewTexts();
  const t = manage.reviewers;
  const f = useFormat();
  const l = useLocalised();
  const title = new Map(list.themes.map((theme) => [theme.id, l(theme.title)]));
  return (
    <Table
      caption={t.table}
      captionHidden
      stacked
      rows={list.items}
      rowKey={({ personId }) => personId}
      columns={[
        {
          id: "name",
          header: t.name,
          rowHeader: true,
          cell: (reviewer) => (
            <>
              {reviewer.name ?? t.removed} {reviewer.ended && <Badge>{t.ended}</Badge>}
              <br />
              <span className="soft small dossier">{reviewer.alias}</span>
            </>
          ),
        },
        {
          id: "load",
          header: t.load,
          cell: ({ assigned, capacity }) => t.loadOf(f.number(assigned), f.number(capacity)),
        },
        { id: "done", header: t.done, numeric: true, cell: ({ submitted }) => f.number(submitted) },
        {
          id: "expertise",
          header: t.expertise,
          cell: ({ expertise }) => {
            const known = Object.entries(expertise).filter(([, level]) => level > 0);
            return known.length === 0 ? (
              <span className="soft">{t.noExpertise}</span>
            ) : (
              known.map(([id, level]) => `${title.get(id) ?? id}: ${t.levels[level]}`).join("; ")
            );
          },
        },
        ...(isFixed
          ? []
          : [
              {
                id: "change",
                header: <span className="visually-hidden">{t.save}</span>,
                label: "",
                cell: (reviewer: ReviewerList["items"][number]) => (
                  <details>
                    <summary>
                      {t.change} <span className="visually-hidden">{reviewer.name ?? reviewer.alias}</span>
                    </summary>
                    <ReviewerForm callId={callId} themes={list.themes} reviewer={reviewer} />
                  </details>
                ),
              },
            ]),
      ]}
    />
  );
}
