import { Page } from "../../components/Page.js";

/** VerifyPage. */
export function VerifyPage() {
  return (
    <Page title="VerifyPage">
      <p>…</p>
    </Page>
  );
}
