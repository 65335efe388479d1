/** All rounds, newest first. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { roundsQuery } from "../../api/queries.js";
import { ButtonLink } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { Pagination } from "../../components/Pagination.js";
import { useFundTexts } from "../../i18n/fund.js";
import { RoundsTable } from "./RoundsTable.js";

const PAGE_SIZE = 25;

/** The list of rounds. */
export function RoundsPage() {
  const { rounds: t } = useFundTexts();
  const { page = 1 } = useSearch({ from: "/$lang/rounds" });
  const rounds = useQuery(roundsQuery({ page, pageSize: PAGE_SIZE }));
  return (
    <Page
      title={t.title}
      intro={<p>{t.intro}</p>}
      actions={
        <ButtonLink purpose="primary" path="/rounds/new">
          {t.new}
        </ButtonLink>
      }
    >
      <Loaded query={rounds}>
        {({ items, total, pageSize }) => (
          <div className="stack">
            <Pagination path="/rounds" page={page} pageSize={pageSize} total={total}>
              <RoundsTable rounds={items} />
            </Pagination>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
