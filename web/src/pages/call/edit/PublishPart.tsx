/** The last look before a call is opened or an amendment is published: every error, every difference. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { CallCheck, CallView, Localised } from "@voorsprong/server/contract";
import { useState } from "react";
import { sendJson } from "../../../api/client.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Loaded } from "../../../components/Loading.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLanguage } from "../../../i18n/language.js";
import { useLocalised } from "../../../i18n/texts.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { LocalisedField } from "./Fields.js";
import { type Part, partOf } from "./parts.js";
import type { Draft } from "./use-draft.js";

const pathOf = ({ id }: CallView, rest: string) => `/calls/${encodeURIComponent(id)}/${rest}`;

/** The part. */
export function PublishPart(props: { call: CallView; draft: Draft; onPart: (part: Part) => void }) {
  const { call, draft } = props;
  const { definition } = draft;
  const check = useQuery({
    queryKey: ["call-check", call.id, call.version, definition],
    queryFn: () => sendJson<CallCheck>("POST", pathOf(call, "check"), { definition }),
    gcTime: 0,
  });
  return (
    <Loaded query={check}>
      {({ errors, differences }) => (
        <>
          <Errors errors={errors} onPart={props.onPart} />
          {call.state === "draft" ? (
            <Opening {...props} ready={errors.length === 0} />
          ) : (
            <Amendment {...props} ready={errors.length === 0} differences={differences} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Errors({ errors, onPart }: { errors: CallCheck["errors"]; onPart: (part: Part) => void }) {
  const { publish: t, parts } = useCallEditTexts();
  const l = useLocalised();
  if (errors.length === 0) return null;
  return (
    <Alert kind="danger" title={t.errors(errors.length)}>
      <ul>
        {errors.map((error) => {
          const part = partOf(error.pointer);
          return (
            <li key={`${error.pointer} ${error.code}`}>
              <Button purpose="subtle" onClick={() => onPart(part)}>
                {parts[part]}
              </Button>{" "}
              {l(error.text)} <code className="small">{error.pointer}</code>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

/** What happens after something was published: everything that shows the call is read again. */
function usePublished(call: CallView, message: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const lang = useLanguage();
  return async () => {
    announce(message);
    await queries.invalidateQueries();
    await navigate({ to: "/$lang/calls/$callId", params: { lang, callId: call.id } });
  };
}

function Opening({ call, draft, ready }: { call: CallView; draft: Draft; ready: boolean }) {
  const { publish: t } = useCallEditTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const lang = useLanguage();
  const published = usePublished(call, t.opened);
  const open = useMutation({
    mutationFn: async () => {
      const revision = await draft.keep();
      if (revision === null) throw new Error(t.notKept);
      return sendJson<CallView>("POST", pathOf(call, "opening"), { revision });
    },
    onSuccess: published,
  });
  const remove = useMutation({
    mutationFn: () => sendJson("DELETE", `/calls/${encodeURIComponent(call.id)}`),
    onSuccess: async () => {
      await navigate({ to: "/$lang/calls", params: { lang } });
      await queries.invalidateQueries({ queryKey: ["calls"] });
    },
  });
  return (
    <Section title={t.openTitle}>
      {ready && <Alert kind="good">{t.noErrors}</Alert>}
      <p>{t.openText}</p>
      {call.example && <p className="soft">{t.trial}</p>}
      {open.isError && <ProblemAlert error={open.error} />}
      {remove.isError && <ProblemAlert error={remove.error} />}
      <div className="row">
        <Button purpose="primary" disabled={!ready} busy={open.isPending} onClick={() => open.mutate()}>
          {t.open}
        </Button>
        <RemoveButton busy={remove.isPending} onRemove={() => remove.mutate()} />
      </div>
    </Section>
  );
}

/** Takes a draft away after it was asked for twice. */
function RemoveButton({ busy, onRemove }: { busy: boolean; onRemove: () => void }) {
  const { publish: t } = useCallEditTexts();
  const [asked, setAsked] = useState(false);
  return (
    <Button purpose="subtle" busy={busy} onClick={() => (asked ? onRemove() : setAsked(true))}>
      {asked ? t.removeSure : t.remove}
    </Button>
  );
}

function Amendment({
  call,
  draft,
  ready,
  differences,
}: {
  call: CallView;
  draft: Draft;
  ready: boolean;
  differences: CallCheck["differences"];
}) {
  const { publish: t } = useCallEditTexts();
  const l = useLocalised();
  const [reason, setReason] = useState<Localised>({ nl: "", en: "" });
  const published = usePublished(call, t.amended);
  const amend = useMutation({
    mutationFn: () =>
      sendJson<CallView>("POST", pathOf(call, "amendments"), {
        definition: draft.definition,
        reason,
        version: call.version,
      }),
    onSuccess: published,
  });
  const whole = reason.nl.trim() !== "" && reason.en.trim() !== "";
  return (
    <Section title={t.amendTitle} intro={t.amendText}>
      {differences.length > 0 && (
        <>
          <h3>{t.differences}</h3>
          <ul>
            {differences.map((difference) => (
              <li key={difference.path}>{l(difference.text)}</li>
            ))}
          </ul>
        </>
      )}
      <LocalisedField
        label={t.reason}
        hint={t.reasonHint}
        at="/reason"
        value={reason}
        onChange={(next) => next && setReason(next)}
      />
      {amend.isError && <ProblemAlert error={amend.error} />}
      <div>
        <Button
          purpose="primary"
          disabled={!ready || !whole}
          busy={amend.isPending}
          onClick={() => amend.mutate()}
        >
          {t.amend}
        </Button>
      </div>
    </Section>
  );
}
