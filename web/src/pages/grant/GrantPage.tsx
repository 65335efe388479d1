/** One grant: its money, its terms, its account, its agreement and its settlement. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { GrantView, TaskList } from "@voorsprong/server/contract";
import { grantQuery, tasksQuery } from "../../api/grants.js";
import { Badge, ExampleBadge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useFormat } from "../../i18n/format.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { TaskTable } from "../tasks/TaskTable.js";
import { AgreementSection } from "./AgreementSection.js";
import "./grant.css";
import { KeyFigures } from "./KeyFigures.js";
import { Milestones } from "./Milestones.js";
import { MoneyOverTime } from "./MoneyOverTime.js";
import { Payments } from "./Payments.js";
import { Progress } from "./Progress.js";
import { SettlementSection } from "./SettlementSection.js";
import { StateBadge } from "./StateBadge.js";

/** The page of one grant. */
export function GrantPage() {
  const { applicationId } = useParams({ from: "/$lang/grants/$applicationId" });
  const tasks = useQuery(tasksQuery("fund"));
  return (
    <LoadedPage query={useQuery(grantQuery(applicationId))}>
      {(grant) => <Loaded query={tasks}>{(list) => <Grant grant={grant} tasks={list} />}</Loaded>}
    </LoadedPage>
  );
}

function Grant({ grant, tasks }: { grant: GrantView; tasks: TaskList }) {
  const t = useGrantTexts();
  const f = useFormat();
  const l = useLocalised();
  const { today } = tasks;
  const own = tasks.items.filter(
    ({ subject }) => subject.kind === "grant" && subject.id === grant.applicationId,
  );
  return (
    <Page
      title={grant.title}
      crumbs={[{ path: "/grants", label: t.list.title }]}
      marks={
        <>
          <StateBadge state={grant.state} />
          {grant.suspended && <Badge kind="warning">{t.suspended}</Badge>}
          {grant.example && <ExampleBadge />}
        </>
      }
      intro={
        <>
          <p>{t.dossier(grant.dossier, grant.organisation)}</p>
          <p>{t.period(f.date(grant.agreement.starts), f.date(grant.agreement.ends))}</p>
          {grant.roundId !== null && (
            <p>
              <PageLink path={`/rounds/${grant.roundId}`}>{t.decision}</PageLink>
            </p>
          )}
        </>
      }
    >
      <KeyFigures grant={grant} />
      <Section title={t.terms.title} id="terms">
        <TaskTable tasks={own} today={today} empty={t.terms.none} untitled />
        <p className="screen-only">
          <PageLink path="/tasks">{t.terms.all}</PageLink>
        </p>
      </Section>
      <Section title={t.money.title} id="money" intro={t.money.intro}>
        <MoneyOverTime grant={grant} today={today} />
      </Section>
      <Payments grant={grant} />
      <Progress grant={grant} today={today} />
      <Milestones grant={grant} />
      <AgreementSection grant={grant} />
      <SettlementSection grant={grant} today={today} />
      <Section title={t.assumptions} id="assumptions" intro={t.assumptionsIntro}>
        <ul>
          {grant.assumptions.map((assumption) => (
            <li key={assumption.en}>{l(assumption)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
