/** What is shown when a page itself fails. */
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Page } from "../components/Page.js";
import { ProblemAlert } from "../components/ProblemAlert.js";
import { useShellTexts } from "../i18n/shell.js";

/** The failure in words, with a way to try again; the frame stays usable. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const t = useShellTexts();
  const router = useRouter();
  return (
    <Page title={t.problem.heading}>
      <ProblemAlert
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </Page>
  );
}
