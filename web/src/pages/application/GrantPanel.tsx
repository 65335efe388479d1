/** The grant that an application may get, with the arithmetic. */
import type { ReactNode } from "react";
import { Alert } from "../../components/Alert.js";
import { Table } from "../../components/Table.js";
import { useApplicationTexts } from "../../i18n/application.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import type { ShownGrant } from "./use-grant.js";

/**
 * The amount, and below it every step with its article.
 * @param preview it was computed in the browser on what is being written
 * @param nameOf the name of a party
 */
export function GrantPanel(props: {
  grant: ShownGrant;
  preview?: boolean;
  /** Below the words where there is no amount, or below the amount. */
  children?: ReactNode;
  nameOf: (party: string) => string;
}) {
  const { grant: t } = useApplicationTexts();
  const f = useFormat();
  const l = useLocalised();
  const { grant } = props;
  if (grant.state !== "grant" || grant.grant === null)
    return (
      <div className="grant-panel">
        <h2>{props.preview ? t.title : t.computed}</h2>
        <p>{grant.text && l(grant.text)}</p>
        {props.children}
      </div>
    );
  return (
    <div className="grant-panel">
      <h2>{props.preview ? t.title : t.computed}</h2>
      <p className="grant-panel__amount">
        <span className="small">{t.most}</span>
        <strong className="number" data-grant={grant.grant}>
          {f.money(grant.grant)}
        </strong>
        <span className="small">{t.of(f.money(grant.eligible ?? 0))}</span>
      </p>
      {props.preview && <p className="small soft">{t.preview}</p>}
      {props.children}
      {grant.findings.length > 0 && (
        <Alert kind="warning" title={t.findings}>
          <ul>
            {grant.findings.map(({ id, participant, workPackage, text }) => (
              <li key={[id, participant, workPackage].join()}>{l(text)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <details>
        <summary>{t.how}</summary>
        <div className="stack">
          {grant.rules && <p className="small">{l(grant.rules)}</p>}
          <ol className="arithmetic">
            {grant.lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name than their place
              <li key={at} className={line.step === "total" ? "arithmetic__total" : undefined}>
                {l(line.text)}
                {line.article !== null && (
                  <span className="arithmetic__source small soft">
                    {line.article}
                    {line.mark !== null && ` (${t.marks[line.mark]})`}
                  </span>
                )}
              </li>
            ))}
          </ol>
          {grant.participants.length > 1 && (
            <Table
              caption={t.perParty}
              columns={[
                {
                  id: "party",
                  header: t.party,
                  rowHeader: true,
                  cell: (row) => props.nameOf(row.participant),
                },
                { id: "costs", header: t.costs, numeric: true, cell: (row) => f.money(row.eligible) },
                { id: "amount", header: t.amount, numeric: true, cell: (row) => f.money(row.grant) },
              ]}
              rows={grant.participants}
              rowKey={(row) => row.participant}
            />
          )}
        </div>
      </details>
      {grant.assumptions.length > 0 && (
        <details>
          <summary>
            {t.assumptions} ({f.number(grant.assumptions.length)})
          </summary>
          <ul>
            {grant.assumptions.map(({ id, covers, text }) => (
              <li key={`${id} ${covers}`}>{l(text)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
