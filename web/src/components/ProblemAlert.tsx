/** A failure in words: what went wrong, where, and what to do. */
import { ApiProblem, ApiUnreachable } from "../api/client.js";
import { useLanguage } from "../i18n/language.js";
import { useShellTexts } from "../i18n/shell.js";
import { signInAddress } from "../shell/session.js";
import { Alert } from "./Alert.js";
import { Button } from "./Button.js";

/**
 * Shows any failure. A problem document is shown with every error it lists.
 * @param onRetry adds a button that tries again
 */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useShellTexts();
  const lang = useLanguage();
  const retry = onRetry && (
    <div>
      <Button onClick={onRetry}>{t.retry}</Button>
    </div>
  );
  if (error instanceof ApiUnreachable) {
    return (
      <Alert kind="danger" title={t.problem.heading} live>
        <p>{t.problem.offline}</p>
        {retry}
      </Alert>
    );
  }
  if (error instanceof ApiProblem) {
    const { status, title, detail, errors = [] } = error.problem;
    if (status === 401)
      return (
        <Alert kind="warning" title={t.problem.signedOut.title} live>
          <p>{t.problem.signedOut.work}</p>
          <p>
            <a href={signInAddress(`/${lang}/signed-in`)} target="_blank" rel="noopener">
              {t.problem.signedOut.link}
            </a>
          </p>
          {retry}
        </Alert>
      );
    if (status === 403)
      return (
        <Alert kind="warning" title={t.problem.forbidden.title} live>
          <p>{t.problem.forbidden.text}</p>
          <p className="small">
            {t.problem.forbidden.reason} <span lang="en">{detail}</span>
          </p>
        </Alert>
      );
    return (
      <Alert kind="danger" title={title} live>
        {detail !== title && <p>{detail}</p>}
        {errors.length > 0 && (
          <>
            <p>{t.problem.errors(errors.length)}</p>
            <ul>
              {errors.map(({ location, detail: text, code }) => {
                const place = [
                  location.line !== undefined && t.problem.line(location.line),
                  location.column !== undefined && t.problem.column(location.column),
                  location.pointer,
                ].filter((part) => typeof part === "string" && part !== "");
                const where = place.join(", ");
                return (
                  <li key={`${where} ${code} ${text}`}>
                    {where !== "" && <strong>{where}: </strong>}
                    {text}
                  </li>
                );
              })}
            </ul>
          </>
        )}
        {retry}
      </Alert>
    );
  }
  return (
    <Alert kind="danger" title={t.problem.heading} live>
      <p>{t.problem.broken}</p>
      <p>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
      {retry}
    </Alert>
  );
}
