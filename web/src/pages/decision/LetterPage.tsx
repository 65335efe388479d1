/** A letter as a page: the same words as its PDF. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { LetterView } from "@voorsprong/server/contract";
import { API } from "../../api/client.js";
import { letterQuery } from "../../api/decision-queries.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PrintedDocument } from "../../components/PrintedDocument.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useLanguage } from "../../i18n/language.js";
import "./decision.css";

/** The page of one letter. */
export function LetterPage() {
  const { letterId } = useParams({ from: "/$lang/letters/$letterId" });
  const language = useLanguage();
  return (
    <LoadedPage query={useQuery(letterQuery(letterId, language))}>
      {(letter) => <Letter letter={letter} />}
    </LoadedPage>
  );
}

/** A link to the PDF of a letter. */
export function PdfLink({ letterId }: { letterId: string }) {
  const t = useDecisionTexts();
  const language = useLanguage();
  return <a href={`${API}/letters/${letterId}/pdf?language=${language}`}>{t.application.pdf}</a>;
}

function Letter({ letter }: { letter: LetterView }) {
  const t = useDecisionTexts();
  return (
    <Page
      title={letter.title}
      crumbs={[{ path: `/decision/${letter.applicationId}`, label: letter.reference }]}
      actions={<PdfLink letterId={letter.id} />}
    >
      <PrintedDocument document={letter} />
      <Section title={t.letter.hash}>
        <p>
          <code className="decision__hash">{letter.hash}</code>
        </p>
        <p className="small soft">{t.letter.hashText}</p>
      </Section>
    </Page>
  );
}
