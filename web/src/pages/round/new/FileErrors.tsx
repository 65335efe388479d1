import { Alert } from "../../../components/Alert.js";
import { Table } from "../../../components/Table.js";
import { useFormat } from "../../../i18n/format.js";
import { useRoundTexts } from "../../../i18n/round.js";
import type { PlacedIssue } from "../../../solver/read-round.js";

/** Every error in a file, at its line and column, with what stands there. */
export function FileErrors({ file, issues }: { file: string; issues: readonly PlacedIssue[] }) {
  const { newRound: t } = useRoundTexts();
  const { number } = useFormat();
  return (
    <div className="stack">
      <Alert kind="danger" title={t.errors.title(number(issues.length), file)} live>
        <p>{t.errors.text}</p>
      </Alert>
      <Table
        caption={t.errors.caption}
        stacked
        rows={issues}
        rowKey={(issue) => `${issue.line}:${issue.column} ${issue.message}`}
        columns={[
          {
            id: "line",
            header: t.errors.line,
            cell: (issue) => number(issue.line),
            numeric: true,
          },
          { id: "column", header: t.errors.column, cell: (issue) => number(issue.column), numeric: true },
          {
            id: "what",
            header: t.errors.what,
            cell: (issue) => <span lang="en">{issue.message}</span>,
            rowHeader: true,
          },
          {
            id: "excerpt",
            header: t.errors.excerpt,
            cell: (issue) =>
              issue.excerpt === null ? "–" : <code className="excerpt">{issue.excerpt}</code>,
          },
        ]}
      />
    </div>
  );
}
