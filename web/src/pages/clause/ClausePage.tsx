import { Page } from "../../components/Page.js";

/** ClausePage. */
export function ClausePage() {
  return (
    <Page title="ClausePage">
      <p>…</p>
    </Page>
  );
}
