/** What was decided about an application, for the organisation that applied: outcome, letters, objecting. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ApplicationDecision } from "@voorsprong/server/contract";
import { applicationDecisionQuery, letterQuery } from "../../api/decision-queries.js";
import { Alert } from "../../components/Alert.js";
import { ButtonLink } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { PrintedDocument } from "../../components/PrintedDocument.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useLanguage } from "../../i18n/language.js";
import { useLocalised } from "../../i18n/texts.js";
import "./decision.css";
import { PdfLink } from "./LetterPage.js";

/** The page of the decision on an application. */
export function ApplicationDecisionPage() {
  const { applicationId } = useParams({ from: "/$lang/decision/$applicationId" });
  return (
    <LoadedPage query={useQuery(applicationDecisionQuery(applicationId))}>
      {(decision) => <Decision decision={decision} />}
    </LoadedPage>
  );
}

function Decision({ decision }: { decision: ApplicationDecision }) {
  const t = useDecisionTexts();
  const f = useFormat();
  const { dossier, title, outcome, letters } = decision;
  const [latest] = letters;
  return (
    <Page
      title={t.application.title}
      crumbs={[{ path: `/applications/${decision.applicationId}`, label: dossier }]}
      intro={
        <p>
          {title} ({dossier})
        </p>
      }
    >
      {outcome === null ? (
        <p>{t.application.undecided}</p>
      ) : (
        <Outcome decision={decision} outcome={outcome} />
      )}
      {latest !== undefined && <LatestLetter letterId={latest.id} />}
      {letters.length > 0 && (
        <Section title={t.application.letters}>
          <ul className="stack">
            {letters.map(({ id, kind, sentOn }) => (
              <li key={id}>
                <PageLink path={`/letters/${id}`}>
                  {t.letters.kinds[kind]}, {f.date(sentOn)}
                </PageLink>{" "}
                <PdfLink letterId={id} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Outcome({
  decision,
  outcome,
}: {
  decision: ApplicationDecision;
  outcome: NonNullable<ApplicationDecision["outcome"]>;
}) {
  const t = useDecisionTexts();
  const f = useFormat();
  const l = useLocalised();
  const { objection, applicationId } = decision;
  const isAwarded = outcome.kind === "awarded";
  return (
    <>
      <Alert
        kind={isAwarded ? "good" : "info"}
        title={isAwarded ? t.application.awarded(f.money(outcome.awarded)) : t.application.refused}
      >
        {outcome.ground !== null && (
          <p>
            {t.application.grounds[outcome.ground]} ({outcome.article}).{" "}
            {outcome.reason !== null && l(outcome.reason)}
          </p>
        )}
        {outcome.reserve !== null && <p>{t.application.reserve(f.number(outcome.reserve))}</p>}
      </Alert>
      {objection !== null &&
        (objection.objectionId !== null ? (
          <p>
            {t.application.objectionOpen}{" "}
            <PageLink path={`/objections/${objection.objectionId}`}>{t.application.objectionView}</PageLink>
          </p>
        ) : objection.appeal !== null ? (
          <p>{t.application.appeal(f.date(objection.appeal.until), l(objection.appeal.court))}</p>
        ) : (
          <div className="row">
            <ButtonLink path={`/objection/${applicationId}`}>{t.application.object}</ButtonLink>
            <span>
              {objection.open
                ? t.application.objectUntil(f.date(objection.until))
                : t.application.objectEnded(f.date(objection.until))}
            </span>
          </div>
        ))}
    </>
  );
}

function LatestLetter({ letterId }: { letterId: string }) {
  const language = useLanguage();
  return (
    <Loaded query={useQuery(letterQuery(letterId, language))}>
      {(letter) => (
        <Section title={letter.title}>
          <p className="screen-only">
            <PdfLink letterId={letter.id} />
          </p>
          <PrintedDocument document={letter} />
        </Section>
      )}
    </Loaded>
  );
}
