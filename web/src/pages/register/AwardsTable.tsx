/** Grants as lines of the register; on a phone each is a card. */
import type { AwardLine } from "@voorsprong/server/contract";
import { Badge } from "../../components/Badge.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useLocalised } from "../../i18n/texts.js";

/** The table. */
export function AwardsTable({ awards }: { awards: readonly AwardLine[] }) {
  const t = useRegisterTexts().list;
  const f = useFormat();
  const l = useLocalised();
  return (
    <Table
      caption={t.caption}
      captionHidden
      stacked
      rows={awards}
      rowKey={({ id }) => id}
      empty={t.empty}
      columns={[
        {
          id: "project",
          header: t.project,
          rowHeader: true,
          cell: ({ id, title, dossier, fund }) => (
            <>
              <PageLink path={`/register/awards/${id}`}>{title}</PageLink>
              <span className="register-note">
                {dossier}, {l(fund.title)}
              </span>
            </>
          ),
        },
        {
          id: "recipient",
          header: t.recipient,
          cell: ({ recipient }) => (
            <>
              {recipient.name}
              <span className="register-note">
                {recipient.kind === "person" ? t.person : (recipient.place ?? "")}
              </span>
            </>
          ),
        },
        { id: "state", header: t.state, cell: ({ state }) => <AwardBadge state={state} /> },
        { id: "on", header: t.on, cell: ({ awardedOn }) => f.date(awardedOn) },
        { id: "granted", header: t.granted, numeric: true, cell: ({ granted }) => f.money(granted) },
      ]}
    />
  );
}

const KINDS = { running: "running", settling: "warning", settled: "good", withdrawn: "neutral" } as const;

/** Where a grant stands. */
export function AwardBadge({ state }: { state: AwardLine["state"] }) {
  const t = useRegisterTexts().list;
  return <Badge kind={KINDS[state]}>{t.states[state]}</Badge>;
}
