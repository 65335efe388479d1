/** The panel of a call: agreement, strict and lenient reviewers, what to discuss, the order, and freezing the scores. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { PanelView } from "@voorsprong/server/contract";
import { panelQuery } from "../../../api/reviews.js";
import { Badge } from "../../../components/Badge.js";
import { ButtonLink } from "../../../components/Button.js";
import { LoadedPage } from "../../../components/LoadedPage.js";
import { Page, Section } from "../../../components/Page.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";
import { useLocalised } from "../../../i18n/texts.js";
import { Tally } from "../Tally.js";
import { useManages } from "../use-manages.js";
import { Distribution } from "./Distribution.js";
import { FreezeForm } from "./FreezeForm.js";
import { OpenForm } from "./OpenForm.js";
import { PanelList } from "./PanelList.js";
import { ReviewerEffects } from "./ReviewerEffects.js";
import "../../../charts/charts.css";
import "../review.css";

/** The page. */
export function PanelPage() {
  const { callId } = useParams({ from: "/$lang/calls/$callId/panel" });
  const query = useQuery(panelQuery(callId));
  return <LoadedPage query={query}>{(panel) => <Panel panel={panel} />}</LoadedPage>;
}

function Panel({ panel }: { panel: PanelView }) {
  const { panel: t } = useReviewTexts();
  const l = useLocalised();
  const { callId, counts, rule } = panel;
  const manages = useManages(panel.fundId);
  return (
    <Page
      title={t.title(l(panel.title))}
      crumbs={[{ path: `/calls/${callId}`, label: l(panel.title) }]}
      marks={<Badge kind={panel.state === "frozen" ? "good" : "neutral"}>{t.states[panel.state]}</Badge>}
      intro={<p>{t.intro}</p>}
      actions={<ButtonLink path={`/calls/${callId}/review`}>{t.toReview}</ButtonLink>}
    >
      <Section title={t.counts.title}>
        <Tally
          items={(
            ["applications", "reviewed", "passed", "discuss", "consensus", "missingReviews"] as const
          ).map((name) => ({ label: t.counts[name], count: counts[name] }))}
        />
      </Section>
      {panel.state === "closed" && manages && <OpenForm panel={panel} />}
      <PanelList callId={callId} />
      <Section title={t.rule.title} intro={t.rule.intro}>
        <ul>
          {rule.text.map((text) => (
            <li key={text.en}>{l(text)}</li>
          ))}
        </ul>
      </Section>
      <Agreement panel={panel} />
      <ReviewerEffects panel={panel} />
      <Distribution panel={panel} />
      {(panel.state === "frozen" || (panel.state === "open" && manages)) && <FreezeForm panel={panel} />}
    </Page>
  );
}

function Agreement({ panel }: { panel: PanelView }) {
  const { panel: texts } = useReviewTexts();
  const t = texts.agreement;
  const f = useFormat();
  const l = useLocalised();
  const { agreement, criteria } = panel;
  const show = (alpha: number | null) => (alpha === null ? "–" : f.number(alpha / 10_000, 2));
  return (
    <Section title={t.title}>
      {agreement.total === null ? <p>{t.undefined}</p> : <p>{t.text(show(agreement.total))}</p>}
      <Table
        caption={t.table}
        stacked
        rows={criteria}
        rowKey={({ id }) => id}
        columns={[
          { id: "criterion", header: t.criterion, rowHeader: true, cell: ({ title }) => l(title) },
          {
            id: "alpha",
            header: t.alpha,
            numeric: true,
            cell: ({ id }) => show(agreement.criteria[id] ?? null),
          },
        ]}
      />
      <p className="small soft">{t.source}</p>
    </Section>
  );
}
