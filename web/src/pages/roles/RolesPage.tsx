/** Who does what on which fund: seen by directors and auditors, handed out by directors. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { RoleView } from "@voorsprong/server/contract";
import { rolesQuery } from "../../api/access-queries.js";
import { query, sendJson } from "../../api/client.js";
import { Button } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { type Column, Table } from "../../components/Table.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useFormat } from "../../i18n/format.js";
import { useAnnounce } from "../../shell/Announcer.js";
import { holds, type Person, usePerson } from "../../shell/session.js";
import { HandOut } from "./HandOut.js";
import { mayHandOut } from "./may-hand-out.js";
import { useFundTitles } from "./use-fund-titles.js";
import "../organisation/organisation.css";

/** The page of roles. */
export function RolesPage() {
  const t = useAccessTexts().roles;
  const person = usePerson();
  const roles = useQuery(rolesQuery());
  return (
    <LoadedPage query={roles}>
      {({ items }) => (
        <Page title={t.title} intro={<p>{t.intro}</p>}>
          {person && holds(person, ["programme-director"]) && <HandOut person={person} />}
          <Section title={t.list}>
            <RoleTable items={items} person={person ?? null} />
          </Section>
        </Page>
      )}
    </LoadedPage>
  );
}

function RoleTable({ items, person }: { items: readonly RoleView[]; person: Person | null }) {
  const t = useAccessTexts().roles;
  const titles = useFundTitles();
  const format = useFormat();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const takeBack = useMutation({
    mutationFn: ({ personId, role, fundId }: RoleView) =>
      sendJson<void>("DELETE", `/roles/${personId}/${role}${query({ fundId: fundId ?? undefined })}`),
    onSuccess: async () => {
      await queries.invalidateQueries();
      announce(t.takenBack);
    },
  });
  const columns: Column<RoleView>[] = [
    {
      id: "person",
      header: t.person,
      rowHeader: true,
      cell: ({ name, email }) => (
        <>
          {name ?? t.removed}
          {email !== null && <div className="small soft">{email}</div>}
        </>
      ),
    },
    { id: "role", header: t.role, cell: ({ role }) => t.names[role] },
    { id: "fund", header: t.fund, cell: ({ fundId }) => (fundId === null ? t.allFunds : titles(fundId)) },
    {
      id: "since",
      header: t.since,
      cell: ({ since, source }) => `${format.date(since)}, ${t.sources[source]}`,
    },
    {
      id: "end",
      header: t.end,
      cell: (row) =>
        person !== null && mayHandOut(person, row.fundId) && row.source !== "sign-in" ? (
          <Button
            aria-label={t.takeBackNamed(t.names[row.role], row.name ?? t.removed)}
            busy={takeBack.isPending}
            onClick={() => takeBack.mutate(row)}
          >
            {t.takeBack}
          </Button>
        ) : (
          "–"
        ),
    },
  ];
  return (
    <>
      {takeBack.isError && <ProblemAlert error={takeBack.error} />}
      <Table
        caption={t.list}
        captionHidden
        stacked
        rows={items}
        rowKey={({ personId, role, fundId }) => `${personId} ${role} ${fundId}`}
        columns={columns}
      />
    </>
  );
}
