/** What somebody sees when signing in did not work, or was not finished. */
import { useSearch } from "@tanstack/react-router";
import { Alert } from "../../components/Alert.js";
import { Page } from "../../components/Page.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useLanguage } from "../../i18n/language.js";
import { signInAddress } from "../../shell/session.js";

/** The sign-in page: why it did not work, and a way to begin again. */
export function SignInPage() {
  const t = useAccessTexts().signIn;
  const lang = useLanguage();
  const { problem, return: returnTo = `/${lang}` } = useSearch({ from: "/$lang/sign-in" });
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      {problem !== undefined && (
        <Alert kind="warning" title={t.failed}>
          <p>{t.problems[problem]}</p>
        </Alert>
      )}
      <div>
        <a href={signInAddress(returnTo)} className="nl-button nl-button--primary button-link">
          {t.again}
        </a>
      </div>
    </Page>
  );
}

/** The page that a second tab ends at, after signing in beside a page with work on it. */
export function SignedInPage() {
  const t = useAccessTexts().signedIn;
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <p>{t.close}</p>
    </Page>
  );
}
