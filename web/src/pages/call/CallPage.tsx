/** One call for everyone: what, for whom, how much, when, and under which rules. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { CallDefinition } from "@voorsprong/call-form";
import type { CallView } from "@voorsprong/server/contract";
import { callQuery } from "../../api/queries.js";
import { Badge, TrialBadge } from "../../components/Badge.js";
import { ButtonLink } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";
import { useLocalised } from "../../i18n/texts.js";
import { AidSection } from "./AidSection.js";
import { CallFacts } from "./CallFacts.js";
import { CallStateBadge } from "./CallStateBadge.js";
import { Conditions } from "./Conditions.js";
import { Countdown } from "./Countdown.js";
import { CriteriaSection } from "./CriteriaSection.js";
import "./call.css";
import { holds, usePerson } from "../../shell/session.js";
import { DivisionSection } from "./DivisionSection.js";
import { FormText } from "./FormText.js";
import { useMakesCalls } from "./use-makes-calls.js";
import { Versions } from "./Versions.js";

/** The page of one call. */
export function CallPage() {
  const { callId } = useParams({ from: "/$lang/calls/$callId" });
  return <LoadedPage query={useQuery(callQuery(callId))}>{(call) => <Call call={call} />}</LoadedPage>;
}

function Call({ call }: { call: CallView }) {
  const t = useCallTexts();
  const f = useFormat();
  const l = useLocalised();
  const makes = useMakesCalls(call.fundId);
  const person = usePerson();
  const decides =
    person != null && holds(person, ["fund-manager", "decider", "finance", "auditor"], call.fundId);
  const reviews = person != null && holds(person, ["fund-manager", "decider", "auditor"], call.fundId);
  const definition = call.definition as unknown as CallDefinition;
  const isDraft = call.state === "draft";
  return (
    <Page
      title={l(call.title)}
      crumbs={[{ path: "/calls", label: t.list.title }]}
      marks={
        <>
          <CallStateBadge state={call.state} />
          {call.example && <TrialBadge />}
        </>
      }
      intro={
        <>
          {call.summary && <p>{l(call.summary)}</p>}
          <p className="call__countdown">
            <Countdown call={call} />
          </p>
          <p className="small">
            {t.fund}: <PageLink path={`/funds/${call.fundId}`}>{l(call.fundTitle)}</PageLink>
            {call.applications !== null && !isDraft && ` · ${t.applications(f.number(call.applications))}`}
          </p>
        </>
      }
      actions={
        <>
          {call.state === "open" && (
            <ButtonLink purpose="primary" path="/my" search={{ call: call.id }}>
              {t.apply}
            </ButtonLink>
          )}
          {(call.state === "open" || call.state === "closed") && reviews && (
            <ButtonLink path={`/calls/${call.id}/review`}>{t.review}</ButtonLink>
          )}
          {call.state === "closed" && decides && (
            <ButtonLink path={`/calls/${call.id}/decision`}>{t.decision}</ButtonLink>
          )}
          {makes && call.state !== "cancelled" && (
            <ButtonLink path={`/calls/${call.id}/edit`}>{isDraft ? t.edit : t.amend}</ButtonLink>
          )}
        </>
      }
    >
      {isDraft ? null : (
        <>
          <CallFacts call={definition} />
          <Conditions call={definition} />
          <CriteriaSection call={definition} />
          <DivisionSection call={definition} />
          <AidSection call={definition} />
          <FormText call={definition} />
          <Assumptions call={definition} />
          <Versions callId={call.id} />
        </>
      )}
    </Page>
  );
}

function Assumptions({ call }: { call: CallDefinition }) {
  const { assumptions: t } = useCallTexts();
  const l = useLocalised();
  if (call.assumptions.length === 0) return null;
  return (
    <Section title={t.title} intro={t.intro}>
      <ul className="stack">
        {call.assumptions.map((assumption) => (
          <li key={assumption.text.nl}>
            <Badge>{t.mark}</Badge> {l(assumption.text)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
