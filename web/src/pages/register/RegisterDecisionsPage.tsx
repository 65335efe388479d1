/** Calls and decisions of the register. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { registerCallsQuery, registerDecisionsQuery } from "../../api/register-queries.js";
import { Badge, ExampleBadge } from "../../components/Badge.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useLocalised } from "../../i18n/texts.js";
import "./register.css";

/** The page. */
export function RegisterDecisionsPage() {
  const { decisions: t, award } = useRegisterTexts();
  return (
    <Page title={t.title} crumbs={[{ path: "/register", label: award.crumb }]} intro={<p>{t.intro}</p>}>
      <Calls />
      <Decisions />
    </Page>
  );
}

function Calls() {
  const t = useRegisterTexts().decisions;
  const f = useFormat();
  const l = useLocalised();
  return (
    <Section title={t.calls}>
      <Loaded query={useQuery(registerCallsQuery())}>
        {({ items }) => (
          <Table
            caption={t.callsCaption}
            captionHidden
            stacked
            rows={items}
            rowKey={({ id }) => id}
            empty={t.noCalls}
            columns={[
              {
                id: "call",
                header: t.call,
                rowHeader: true,
                cell: ({ id, title, fund, example }) => (
                  <>
                    <PageLink path={`/calls/${id}`}>{l(title)}</PageLink> {example && <ExampleBadge />}
                    <span className="register-note">{l(fund.title)}</span>
                  </>
                ),
              },
              {
                id: "state",
                header: t.state,
                cell: ({ state }) => (
                  <Badge kind={state === "open" ? "running" : state === "coming" ? "planned" : "neutral"}>
                    {t.states[state]}
                  </Badge>
                ),
              },
              {
                id: "period",
                header: t.period,
                cell: ({ opens, closes }) => `${f.date(opens)} – ${f.date(closes)}`,
              },
              {
                id: "ceiling",
                header: t.ceiling,
                numeric: true,
                cell: ({ ceiling }) => f.moneyShort(ceiling),
              },
              {
                id: "granted",
                header: t.granted,
                numeric: true,
                cell: ({ granted }) => f.moneyShort(granted),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}

function Decisions() {
  const t = useRegisterTexts().decisions;
  const f = useFormat();
  const l = useLocalised();
  const { page = 1 } = useSearch({ from: "/$lang/register/decisions" });
  return (
    <Section title={t.decided}>
      <Loaded query={useQuery(registerDecisionsQuery(page))}>
        {({ items, pageSize, total }) => (
          <Pagination path="/register/decisions" page={page} pageSize={pageSize} total={total}>
            <Table
              caption={t.decidedCaption}
              captionHidden
              stacked
              rows={items}
              rowKey={({ roundId }) => roundId}
              empty={t.noDecisions}
              columns={[
                {
                  id: "decision",
                  header: t.decision,
                  rowHeader: true,
                  cell: ({ roundId, title, fund, example }) => (
                    <>
                      <PageLink path={`/rounds/${roundId}`}>{title}</PageLink> {example && <ExampleBadge />}
                      {fund !== null && <span className="register-note">{l(fund.title)}</span>}
                    </>
                  ),
                },
                { id: "on", header: t.on, cell: ({ at }) => f.date(at) },
                {
                  id: "funded",
                  header: t.funded,
                  numeric: true,
                  cell: ({ funded, applications }) => t.of(f.number(funded), f.number(applications)),
                },
                {
                  id: "awarded",
                  header: t.awarded,
                  numeric: true,
                  cell: ({ awarded }) => f.moneyShort(awarded),
                },
                {
                  id: "verify",
                  header: t.verify,
                  cell: ({ roundId, title }) => (
                    <PageLink
                      path={`/rounds/${roundId}`}
                      search={{ section: "verify" }}
                      aria-label={t.verifyOf(title)}
                    >
                      {t.verify}
                    </PageLink>
                  ),
                },
              ]}
            />
          </Pagination>
        )}
      </Loaded>
    </Section>
  );
}
