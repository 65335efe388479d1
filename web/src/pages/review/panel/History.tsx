/** Earlier agreements of the panel, and what happened to the reviews of an application. */
import type { DeliberationView } from "@voorsprong/server/contract";
import { Section } from "../../../components/Page.js";
import { useFormat } from "../../../i18n/format.js";
import { useReviewTexts } from "../../../i18n/review.js";

/** Both lists. */
export function History({ data }: { data: DeliberationView }) {
  const { deliberation: t, manage } = useReviewTexts();
  const f = useFormat();
  const roles: Readonly<Record<string, string>> = t.agree.roles;
  const points = (hundredths: number) => f.number(hundredths / 100, 2);
  return (
    <>
      <Section title={t.history.title}>
        {data.consensus.length === 0 ? (
          <p>{t.history.none}</p>
        ) : (
          data.consensus.map((agreed) => (
            <article key={agreed.version} className="card stack">
              <h3>
                {t.history.version(f.number(agreed.version))}:{" "}
                {agreed.previous === null
                  ? t.history.first(points(agreed.total))
                  : t.history.change(points(agreed.previous), points(agreed.total))}
              </h3>
              <p className="prose">{agreed.reason}</p>
              <p className="soft small">
                {t.history.held(
                  f.date(agreed.heldOn),
                  f.list(
                    agreed.present.map(({ role, count }) => `${f.number(count)} × ${roles[role] ?? role}`),
                  ),
                )}{" "}
                {t.history.recorded(
                  f.dateTime(agreed.recordedAt),
                  agreed.recordedBy ?? manage.reviewers.removed,
                )}
              </p>
            </article>
          ))
        )}
      </Section>
      <Section title={t.events.title}>
        <ul>
          {data.events.map((event) => (
            <li key={`${event.at}/${event.kind}/${event.alias}`}>
              {f.dateTime(event.at)}: {t.events.kinds[event.kind] ?? event.kind}
              {event.name !== null && `, ${event.name}`}
              {event.by !== null && event.by !== event.name && ` (${t.events.by(event.by)})`}
              {event.reason !== null && `. ${event.reason}`}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
