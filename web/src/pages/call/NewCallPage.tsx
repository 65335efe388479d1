/** Begins a draft of a call: from a template, or as a copy of an earlier call. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { CallSummary, CallTemplate, CallView, FundView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { callsQuery, fundsQuery, sessionQuery } from "../../api/queries.js";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { Check } from "../../components/form/Options.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useCallTexts } from "../../i18n/call.js";
import { useCallEditTexts } from "../../i18n/call-edit.js";
import { useLanguage } from "../../i18n/language.js";
import { useLocalised } from "../../i18n/texts.js";
import "./call.css";
import { useFundsManaged } from "./use-makes-calls.js";

const TEMPLATES: readonly CallTemplate[] = ["tender", "first-come", "lottery"];

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The page. */
export function NewCallPage() {
  const { new: t } = useCallEditTexts();
  const { list } = useCallTexts();
  const managed = useFundsManaged();
  const session = useQuery(sessionQuery());
  return (
    <LoadedPage query={useQuery(fundsQuery())}>
      {({ items }) => {
        const funds = items.filter(({ id }) => managed === null || managed.includes(id));
        return (
          <Page title={t.title} crumbs={[{ path: "/calls", label: list.title }]} intro={<p>{t.intro}</p>}>
            {funds.length > 0 ? <NewCallForm funds={funds} /> : session.isSuccess && <p>{t.none}</p>}
          </Page>
        );
      }}
    </LoadedPage>
  );
}

/** What a choice in the list of beginnings stands for: `template:tender` or `call:research-2027`. */
function beginningOf(choice: string): { template: CallTemplate } | { call: string } {
  const [kind, ...rest] = choice.split(":");
  return kind === "call" ? { call: rest.join(":") } : { template: rest.join(":") as CallTemplate };
}

function NewCallForm({ funds }: { funds: readonly FundView[] }) {
  const { new: t } = useCallEditTexts();
  const l = useLocalised();
  const lang = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [fundId, setFund] = useState(funds[0]?.id ?? "");
  const [id, setId] = useState("");
  const [from, setFrom] = useState("template:tender");
  const [trial, setTrial] = useState(false);
  const [checked, setChecked] = useState(false);
  const earlier = useQuery(callsQuery({ fundId })).data?.items.filter(isPublished) ?? [];
  const begin = useMutation({
    mutationFn: () => sendJson<CallView>("POST", "/calls", { id, fundId, from: beginningOf(from), trial }),
    onSuccess: async (call) => {
      await queries.invalidateQueries({ queryKey: ["calls"] });
      await navigate({ to: "/$lang/calls/$callId/edit", params: { lang, callId: call.id } });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (ID.test(id) && !begin.isPending) begin.mutate();
  }
  return (
    <form onSubmit={submit} noValidate className="stack stack--wide call__new">
      {begin.isError && <ProblemAlert error={begin.error} />}
      <Field label={t.fund}>
        {(control) => (
          <Select
            control={control}
            value={fundId}
            onChange={(next) => {
              setFund(next);
              setFrom("template:tender");
            }}
            options={funds.map((fund) => ({ value: fund.id, label: l(fund.title) }))}
          />
        )}
      </Field>
      <Field label={t.id} hint={t.idHint} error={checked && !ID.test(id) ? t.idError : undefined}>
        {(control) => (
          <Input {...control} autoComplete="off" value={id} onChange={(event) => setId(event.target.value)} />
        )}
      </Field>
      <Field label={t.from}>
        {(control) => (
          <Select
            control={control}
            value={from}
            onChange={setFrom}
            options={[
              ...TEMPLATES.map((value) => ({ value: `template:${value}`, label: t.templates[value] })),
              ...earlier.map((call) => ({ value: `call:${call.id}`, label: t.copy(l(call.title)) })),
            ]}
          />
        )}
      </Field>
      <Check control={{ id: "trial" }} label={t.trial} checked={trial} onChange={setTrial} />
      <div>
        <Button type="submit" purpose="primary" busy={begin.isPending}>
          {t.make}
        </Button>
      </div>
    </form>
  );
}

/** Whether a call can be copied: a draft has no fixed text yet. */
function isPublished({ state }: CallSummary): boolean {
  return state !== "draft";
}
