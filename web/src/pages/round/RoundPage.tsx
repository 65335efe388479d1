import { Page } from "../../components/Page.js";

/** RoundPage. */
export function RoundPage() {
  return (
    <Page title="RoundPage">
      <p>…</p>
    </Page>
  );
}
