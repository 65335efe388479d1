import { Page } from "../../components/Page.js";

/** FundsPage. */
export function FundsPage() {
  return (
    <Page title="FundsPage">
      <p>…</p>
    </Page>
  );
}
