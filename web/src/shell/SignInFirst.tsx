/** A page that is for people who have signed in, as a visitor sees it. */
import { Page } from "../components/Page.js";
import { useShellTexts } from "../i18n/shell.js";
import { useSignInAddress } from "./session.js";

/** Says so, and comes back here after signing in. */
export function SignInFirst() {
  const t = useShellTexts();
  return (
    <Page title={t.problem.signedOut.title} intro={<p>{t.problem.signedOut.text}</p>}>
      <div>
        <a href={useSignInAddress()} className="nl-button nl-button--primary button-link">
          {t.person.signIn}
        </a>
      </div>
    </Page>
  );
}
