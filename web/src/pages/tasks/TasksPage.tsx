/** What somebody has to do, by when. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { TaskList } from "@voorsprong/server/contract";
import { tasksQuery } from "../../api/grants.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useTaskTexts } from "../../i18n/tasks.js";
import { useLocalised } from "../../i18n/texts.js";
import { CalendarLinkSection } from "./CalendarLinkSection.js";
import { TaskTable } from "./TaskTable.js";

/** The page of running terms. */
export function TasksPage() {
  const { whose = "mine" } = useSearch({ from: "/$lang/tasks" });
  return (
    <LoadedPage query={useQuery(tasksQuery(whose))}>
      {(list) => <Tasks list={list} whose={whose} />}
    </LoadedPage>
  );
}

function Tasks({ list, whose }: { list: TaskList; whose: "mine" | "fund" }) {
  const t = useTaskTexts();
  const l = useLocalised();
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <nav aria-label={t.whose} className="row screen-only">
        {(["mine", "fund"] as const).map((which) => (
          <span key={which}>
            {which === whose ? (
              <strong aria-current="page">{t[which]}</strong>
            ) : (
              <PageLink path="/tasks" search={which === "mine" ? {} : { whose: which }} resetScroll={false}>
                {t[which]}
              </PageLink>
            )}
          </span>
        ))}
      </nav>
      <TaskTable tasks={list.items} today={list.today} empty={t.none} />
      <CalendarLinkSection exists={list.calendarLink} />
      <Section title={t.assumptions} id="assumptions">
        <ul>
          {list.assumptions.map((assumption) => (
            <li key={assumption.en}>{l(assumption)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
