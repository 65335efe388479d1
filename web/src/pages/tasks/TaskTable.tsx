/** Running terms in a table. */
import { daysBetween } from "@voorsprong/legal-time";
import type { TaskView } from "@voorsprong/server/contract";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useTaskTexts } from "../../i18n/tasks.js";
import { useLocalised } from "../../i18n/texts.js";

const kinds: Record<TaskView["state"], BadgeKind> = {
  running: "neutral",
  suspended: "planned",
  late: "danger",
  done: "good",
};

/**
 * @param today the day it is in the Netherlands
 * @param untitled leaves out what each term is about, where all are about the same
 */
export function TaskTable({
  tasks,
  today,
  empty,
  untitled,
}: {
  tasks: readonly TaskView[];
  today: string;
  empty: string;
  untitled?: boolean;
}) {
  const t = useTaskTexts();
  const f = useFormat();
  const l = useLocalised();
  const distance = ({ due, state }: TaskView) => {
    const days = daysBetween(today, due);
    if (state === "suspended") return null;
    if (days === 0) return t.today;
    return days < 0 ? t.late(-days) : t.days(days);
  };
  return (
    <Table
      caption={t.caption}
      captionHidden
      stacked
      empty={empty}
      columns={[
        {
          id: "what",
          header: t.columns.what,
          rowHeader: true,
          cell: (task) => (
            <>
              <PageLink path={task.path}>{l(task.what)}</PageLink>{" "}
              {untitled !== true && <span className="soft small">{task.title}</span>}
            </>
          ),
        },
        {
          id: "due",
          header: t.columns.due,
          cell: (task) => (
            <>
              {f.date(task.due)} <span className="soft small">{distance(task)}</span>
            </>
          ),
        },
        { id: "who", header: t.columns.who, cell: (task) => (task.mine ? t.you : t.roles[task.role]) },
        {
          id: "state",
          header: t.columns.state,
          cell: (task) => (
            <>
              <Badge kind={kinds[task.state]}>{t.states[task.state]}</Badge>{" "}
              {task.suspendedDays > 0 && (
                <span className="soft small">{t.stoodStill(task.suspendedDays)}</span>
              )}
            </>
          ),
        },
        { id: "article", header: t.columns.article, cell: (task) => task.article },
      ]}
      rows={tasks}
      rowKey={(task) => task.id}
    />
  );
}
