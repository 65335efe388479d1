/** Making a call, or an amendment of one: part by part, checked while it is written. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ApplicationContent, readCall } from "@voorsprong/call-form";
import type { CallView, FundView } from "@voorsprong/server/contract";
import { useMemo, useState } from "react";
import { callQuery, fundQuery } from "../../../api/queries.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { LoadedPage } from "../../../components/LoadedPage.js";
import { Page } from "../../../components/Page.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import { CallStateBadge } from "../CallStateBadge.js";
import "../call.css";
import { ConditionsPart } from "./ConditionsPart.js";
import { CriteriaPart } from "./CriteriaPart.js";
import "./call-edit.css";
import { DivisionPart } from "./DivisionPart.js";
import { ErrorsProvider } from "./errors.js";
import { FormPart } from "./FormPart.js";
import { GeneralPart } from "./GeneralPart.js";
import { GrantPart } from "./GrantPart.js";
import { PublishPart } from "./PublishPart.js";
import { PARTS, type Part, type PartProps, partOf } from "./parts.js";
import { EMPTY_EXAMPLE, TryPart } from "./TryPart.js";
import { type Draft, useDraft } from "./use-draft.js";

/** The page. */
export function EditCallPage() {
  const { callId } = useParams({ from: "/$lang/calls/$callId/edit" });
  return (
    <LoadedPage query={useQuery(callQuery(callId))}>
      {(call) => <WithFund key={call.id} call={call} />}
    </LoadedPage>
  );
}

function WithFund({ call }: { call: CallView }) {
  return (
    <LoadedPage query={useQuery(fundQuery(call.fundId))}>
      {(fund) => <Editor call={call} fund={fund} />}
    </LoadedPage>
  );
}

function Editor({ call, fund }: { call: CallView; fund: FundView }) {
  const t = useCallEditTexts();
  const { list } = useCallTexts();
  const l = useLocalised();
  const draft = useDraft(call);
  const { definition } = draft;
  const [example, setExample] = useState<ApplicationContent>(EMPTY_EXAMPLE);
  const { part = "general" } = useSearch({ from: "/$lang/calls/$callId/edit" });
  const navigate = useNavigate({ from: "/$lang/calls/$callId/edit" });
  const read = useMemo(() => readCall(definition), [definition]);
  const errors = read.ok ? [] : read.errors;
  const goTo = (next: Part) => void navigate({ search: { part: next }, resetScroll: false });
  const props: PartProps = { call: definition, fund, onChange: draft.change };
  const isDraft = call.state === "draft";
  return (
    <Page
      title={isDraft ? t.title(l(call.title)) : t.amendTitle(l(call.title))}
      crumbs={[
        { path: "/calls", label: list.title },
        { path: `/calls/${call.id}`, label: l(call.title) },
      ]}
      marks={<CallStateBadge state={call.state} />}
      intro={isDraft ? <KeptText draft={draft} /> : <p>{t.amendIntro}</p>}
    >
      <ErrorsProvider errors={errors}>
        <div className="call-edit">
          <nav aria-label={t.partsLabel} className="call-edit__parts">
            <ol>
              {PARTS.map((each) => {
                const count = errors.filter(({ pointer }) => partOf(pointer) === each).length;
                return (
                  <li key={each}>
                    <button
                      type="button"
                      aria-current={each === part ? "step" : undefined}
                      onClick={() => goTo(each)}
                    >
                      {t.parts[each]}
                      {count > 0 && <span className="call-edit__count"> {t.partErrors(count)}</span>}
                    </button>
                  </li>
                );
              })}
            </ol>
          </nav>
          <div className="call-edit__part">
            {part === "general" && <GeneralPart {...props} />}
            {part === "form" && <FormPart {...props} />}
            {part === "conditions" && <ConditionsPart {...props} />}
            {part === "criteria" && <CriteriaPart {...props} />}
            {part === "division" && <DivisionPart {...props} />}
            {part === "grant" && <GrantPart {...props} />}
            {part === "try" && (
              <TryPart {...props} usable={read.ok} example={example} onExample={setExample} />
            )}
            {part === "publish" && <PublishPart call={call} draft={draft} onPart={goTo} />}
            <Steps part={part} onPart={goTo} />
          </div>
        </div>
      </ErrorsProvider>
    </Page>
  );
}

/** Whether what was typed is kept. */
function KeptText({ draft }: { draft: Draft }) {
  const { keeping: t } = useCallEditTexts();
  const { keeping } = draft;
  if (keeping === "conflict") return <Alert kind="danger">{t.conflict}</Alert>;
  if (keeping === "failed")
    return (
      <Alert kind="warning">
        <p>{t.failed}</p>
        <Button onClick={() => void draft.keep()}>{t.again}</Button>
      </Alert>
    );
  return <p role="status">{t[keeping]}</p>;
}

/** To the part before and the part after this one. */
function Steps({ part, onPart }: { part: Part; onPart: (part: Part) => void }) {
  const { parts, steps: t } = useCallEditTexts();
  const place = PARTS.indexOf(part);
  const [before, after] = [PARTS[place - 1], PARTS[place + 1]];
  return (
    <div className="row">
      {before && <Button onClick={() => onPart(before)}>{t.previous(parts[before])}</Button>}
      {after && (
        <Button purpose="primary" onClick={() => onPart(after)}>
          {t.next(parts[after])}
        </Button>
      )}
    </div>
  );
}
