import type { NewInvitation } from "@voorsprong/server/contract";
import { Alert } from "../../components/Alert.js";
import { useAccessTexts } from "../../i18n/access.js";
import { useFormat } from "../../i18n/format.js";
import { useLanguage } from "../../i18n/language.js";
import "../account/account.css";

/** The link of a new invitation, shown once. Its code stands after `#`, so that no server's log holds it. */
export function InvitationLink({ invitation }: { invitation: NewInvitation }) {
  const t = useAccessTexts().invitation;
  const format = useFormat();
  const lang = useLanguage();
  return (
    <Alert kind="good" title={t.made} live>
      <p>{t.send(format.date(invitation.expires))}</p>
      <code className="secret">{`${window.location.origin}/${lang}/invitation#${invitation.code}`}</code>
    </Alert>
  );
}
