/** One objection: what was written, its term, its file, and the decision. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ObjectionView } from "@voorsprong/server/contract";
import { sendJson } from "../../api/client.js";
import { objectionQuery } from "../../api/decision-queries.js";
import { Badge } from "../../components/Badge.js";
import { Button } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useDecisionTexts } from "../../i18n/decision.js";
import { useFormat } from "../../i18n/format.js";
import { useObjectionTexts } from "../../i18n/objection.js";
import { useLocalised } from "../../i18n/texts.js";
import { usePerson } from "../../shell/session.js";
import "../decision/decision.css";
import { PdfLink } from "../decision/LetterPage.js";
import { useHasRole } from "../decision/use-roles.js";
import { DecisionSection } from "./DecisionSection.js";
import { FilesSection } from "./FilesSection.js";
import { NoteForm } from "./NoteForm.js";
import { PrepareForm } from "./PrepareForm.js";

/** The page of one objection. */
export function ObjectionPage() {
  const { objectionId } = useParams({ from: "/$lang/objections/$objectionId" });
  return (
    <LoadedPage query={useQuery(objectionQuery(objectionId))}>
      {(objection) => <Objection objection={objection} />}
    </LoadedPage>
  );
}

function Objection({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const f = useFormat();
  const l = useLocalised();
  const hasRole = useHasRole();
  const { number, dossier, state, organisation, applicationId, timely, due, decision } = objection;
  const isOpen = state === "open" || state === "prepared";
  return (
    <Page
      title={t.view.title(f.number(number), dossier)}
      crumbs={[
        { path: "/objections", label: t.list.title },
        { path: `/decision/${applicationId}`, label: dossier },
      ]}
      marks={
        <>
          <Badge kind={state === "decided" ? "good" : "running"}>{t.state[state]}</Badge>
          <Badge kind={timely ? "neutral" : "warning"}>{timely ? t.view.timely : t.view.late}</Badge>
        </>
      }
      intro={
        <>
          <p>{organisation}</p>
          <p>
            {isOpen ? t.view.due(f.date(due)) : t.view.closed} {objection.suspended && t.view.suspended}
          </p>
        </>
      }
    >
      {decision !== null && <DecisionSection objection={objection} decision={decision} />}
      <Section title={t.view.grounds}>
        <p className="printed__lines">{objection.grounds ?? t.view.erased}</p>
        {objection.excuse !== null && (
          <>
            <h3>{t.view.excuse}</h3>
            <p className="printed__lines">{objection.excuse}</p>
          </>
        )}
      </Section>
      <FilesSection objection={objection} />
      <Section title={t.view.events}>
        <Timeline objection={objection} />
      </Section>
      {state === "open" && hasRole("fund-manager") && (
        <>
          <NoteForm objection={objection} />
          <PrepareForm objection={objection} />
        </>
      )}
      {objection.letters.length > 0 && <Letters objection={objection} />}
      <Section title={t.view.term}>
        <ul>
          {objection.steps.map(({ text, article }) => (
            <li key={text.nl}>
              {l(text)} ({article})
            </li>
          ))}
        </ul>
        <h3>{t.view.assumptions}</h3>
        <ul className="small">
          {objection.assumptions.map(({ id, text }) => (
            <li key={id}>{l(text)}</li>
          ))}
        </ul>
      </Section>
      {isOpen && <Withdraw objection={objection} />}
    </Page>
  );
}

function Timeline({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const f = useFormat();
  return (
    <ol className="timeline">
      {objection.events.map(({ kind, note, day, at }) => (
        <li key={`${kind} ${at}`}>
          <p>
            <strong>{t.view.kinds[kind]}</strong>, {f.date(day ?? at)}
          </p>
          {note !== null && <p className="small printed__lines">{note}</p>}
        </li>
      ))}
    </ol>
  );
}

function Letters({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const d = useDecisionTexts();
  const f = useFormat();
  return (
    <Section title={t.view.letters}>
      <ul className="stack">
        {objection.letters.map(({ id, kind, sentOn }) => (
          <li key={id}>
            <PageLink path={`/letters/${id}`}>
              {d.letters.kinds[kind]}, {f.date(sentOn)}
            </PageLink>{" "}
            <PdfLink letterId={id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Only for members of the organisation that objected; the fund cannot withdraw for them. */
function Withdraw({ objection }: { objection: ObjectionView }) {
  const t = useObjectionTexts();
  const client = useQueryClient();
  const person = usePerson();
  const withdraw = useMutation({
    mutationFn: () => sendJson<ObjectionView>("POST", `/objections/${objection.id}/withdrawal`),
    onSuccess: () => client.invalidateQueries(),
  });
  if (person == null || !person.organisations.some(({ name }) => name === objection.organisation))
    return null;
  return (
    <section className="decision__form screen-only">
      <p>{t.view.withdrawText}</p>
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
      <div>
        <Button busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t.view.withdraw}
        </Button>
      </div>
    </section>
  );
}
