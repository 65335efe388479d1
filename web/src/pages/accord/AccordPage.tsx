import { Page } from "../../components/Page.js";

/** AccordPage. */
export function AccordPage() {
  return (
    <Page title="AccordPage">
      <p>…</p>
    </Page>
  );
}
