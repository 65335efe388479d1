/** One line that says whether what was typed is safe. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { LOCALES, useLanguage } from "../../../i18n/language.js";
import { useReviewTexts } from "../../../i18n/review.js";
import type { SaveState } from "./use-autosave.js";

/** The line, or what to do when saving did not work. */
export function SaveLine(props: { applicationId: string; state: SaveState; onRetry: () => void }) {
  const { own: t } = useReviewTexts();
  const language = useLanguage();
  const client = useQueryClient();
  const { state } = props;
  if (state.kind === "stale")
    return (
      <Alert kind="warning" title={t.stale} live>
        <div>
          <Button
            // The form begins anew with what the server has.
            onClick={() =>
              void client.resetQueries({ queryKey: ["review", props.applicationId], exact: true })
            }
          >
            {t.reload}
          </Button>
        </div>
      </Alert>
    );
  if (state.kind === "failed")
    return (
      <Alert kind="danger" title={t.notSaved} live>
        <div>
          <Button onClick={props.onRetry}>{t.retry}</Button>
        </div>
      </Alert>
    );
  const time = (at: Date) =>
    at.toLocaleTimeString(LOCALES[language], { timeStyle: "short", timeZone: "Europe/Amsterdam" });
  return (
    <p className="save-state" data-save-state={state.kind}>
      {state.kind === "saving" && t.saving}
      {state.kind === "unsaved" && t.unsaved}
      {state.kind === "saved" && state.at !== null && t.saved(time(state.at))}
    </p>
  );
}
