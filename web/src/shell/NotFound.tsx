/** An address that leads nowhere. */
import { Page } from "../components/Page.js";
import { PageLink } from "../components/PageLink.js";
import { useShellTexts } from "../i18n/shell.js";

/** Says that the page does not exist and where to go on. */
export function NotFound() {
  const t = useShellTexts();
  return (
    <Page title={t.notFound.title} intro={t.notFound.text}>
      <ul>
        <li>
          <PageLink path="/">{t.nav.accord}</PageLink>
        </li>
        <li>
          <PageLink path="/rounds">{t.nav.rounds}</PageLink>
        </li>
        <li>
          <PageLink path="/ledger">{t.nav.ledger}</PageLink>
        </li>
      </ul>
    </Page>
  );
}
