/** The ledger: every entry, how each joins the one before, and a check of the whole chain. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { API, getText } from "../../api/client.js";
import { ledgerQuery } from "../../api/queries.js";
import { Button } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Pagination } from "../../components/Pagination.js";
import { useLedgerTexts } from "../../i18n/ledger.js";
import { useVerification } from "../../verification/use-verification.js";
import { VerificationReport } from "../../verification/VerificationReport.js";
import { Chain } from "./Chain.js";

const PAGE_SIZE = 20;

/** The ledger page. */
export function LedgerPage() {
  const t = useLedgerTexts();
  const { page = 1, subject } = useSearch({ from: "/$lang/ledger" });
  const entries = useQuery(
    ledgerQuery({ page, pageSize: PAGE_SIZE, ...(subject !== undefined && { subject }) }),
  );
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <WholeChain />
      <Section title={t.entries}>
        {subject !== undefined && (
          <p>
            {t.subject(subject)}. <PageLink path="/ledger">{t.all}</PageLink>
          </p>
        )}
        <Loaded query={entries}>
          {({ items, total, pageSize }) => (
            <div className="stack">
              <Pagination
                path="/ledger"
                search={subject === undefined ? {} : { subject }}
                page={page}
                pageSize={pageSize}
                total={total}
              >
                {items.length === 0 ? <p>{t.empty}</p> : <Chain entries={items} />}
              </Pagination>
            </div>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

/** Fetches the export and checks it here. */
function WholeChain() {
  const { verify: t } = useLedgerTexts();
  const [verification, verify] = useVerification();
  const busy = verification.state === "busy";
  return (
    <Section title={t.title} intro={t.intro}>
      <div className="row screen-only">
        <Button purpose="primary" busy={busy} onClick={() => verify(getText("/ledger/export"))}>
          {busy ? t.busy : t.button}
        </Button>
        <a href={`${API}/ledger/export`} download="ledger.json">
          {t.download}
        </a>
      </div>
      <VerificationReport verification={verification} />
    </Section>
  );
}
