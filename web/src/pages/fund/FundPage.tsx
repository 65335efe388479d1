import { Page } from "../../components/Page.js";

/** FundPage. */
export function FundPage() {
  return (
    <Page title="FundPage">
      <p>…</p>
    </Page>
  );
}
