import type { RoundView } from "@voorsprong/server/contract";
import { Alert } from "../../components/Alert.js";
import { useRoundTexts } from "../../i18n/round.js";
import { RoundLink } from "./RoundLink.js";

/** Stands where a part of the page needs a decision that is not there yet. */
export function NotDecided({ round }: { round: RoundView }) {
  const t = useRoundTexts();
  return (
    <Alert kind="info" title={t.notDecided.title}>
      <p>{t.notDecided.text}</p>
      <p>
        <RoundLink roundId={round.id} search={{}}>
          {t.notDecided.link}
        </RoundLink>
      </p>
    </Alert>
  );
}
