import { Alert } from "../../components/Alert.js";
import { useRoundTexts } from "../../i18n/round.js";

/** That the server does not answer while it works; the page keeps asking. */
export function LostContact() {
  const t = useRoundTexts().decide;
  return (
    <Alert kind="warning" title={t.lost} live>
      <p>{t.lostText}</p>
    </Alert>
  );
}
