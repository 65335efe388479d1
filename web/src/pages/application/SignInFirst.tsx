/** What a visitor sees of a page that is for people who have signed in. */
import { useLocation } from "@tanstack/react-router";
import { API, query } from "../../api/client.js";
import { Page } from "../../components/Page.js";
import { useApplicationTexts } from "../../i18n/application.js";

/** Says so, and comes back here after signing in. */
export function SignInFirst() {
  const { signIn: t } = useApplicationTexts();
  const { href } = useLocation();
  return (
    <Page title={t.title} intro={<p>{t.text}</p>}>
      <div>
        <a
          href={`${API}/sign-in${query({ return: href })}`}
          className="nl-button nl-button--primary button-link"
        >
          {t.link}
        </a>
      </div>
    </Page>
  );
}
