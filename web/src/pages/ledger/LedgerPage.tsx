import { Page } from "../../components/Page.js";

/** LedgerPage. */
export function LedgerPage() {
  return (
    <Page title="LedgerPage">
      <p>…</p>
    </Page>
  );
}
