import { Page } from "../../components/Page.js";

/** NewRoundPage. */
export function NewRoundPage() {
  return (
    <Page title="NewRoundPage">
      <p>…</p>
    </Page>
  );
}
