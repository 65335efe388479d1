import { Page } from "../../components/Page.js";

/** RoundsPage. */
export function RoundsPage() {
  return (
    <Page title="RoundsPage">
      <p>…</p>
    </Page>
  );
}
