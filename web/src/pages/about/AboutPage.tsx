import { Page } from "../../components/Page.js";

/** AboutPage. */
export function AboutPage() {
  return (
    <Page title="AboutPage">
      <p>…</p>
    </Page>
  );
}
