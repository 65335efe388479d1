import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { RULES, type Rule } from "@voorsprong/allocation";
import type { FundView, NewRound, RoundView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../../api/client.js";
import { Button } from "../../../components/Button.js";
import { Field, Input, Select } from "../../../components/Field.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useLanguage } from "../../../i18n/language.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";
import { useAnnounce } from "../../../shell/Announcer.js";
import { useRuleObstacles, useRuleOptions } from "../rules.js";

/** The last step: the rule, whether the round counts, and registering it. Then the page goes to the round. */
export function RegisterForm(props: {
  fund: FundView | undefined;
  format: NewRound["format"];
  text: string;
  /** Rules that the file does not allow. */
  impossible: readonly Rule[];
}) {
  const { fund, format, text } = props;
  const impossible = props.impossible.map((each) => ({ rule: each, reason: "received" as const }));
  const t = useRoundTexts();
  const shell = useShellTexts();
  const obstacles = useRuleObstacles();
  const options = useRuleOptions(impossible);
  const lang = useLanguage();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [rule, setRule] = useState<Rule>(fund?.rule ?? "optimal");
  const [title, setTitle] = useState("");
  const [trial, setTrial] = useState(true);
  const register = useMutation({
    mutationFn: (round: NewRound) => sendJson<RoundView>("POST", "/rounds", round),
    onSuccess: async (round) => {
      announce(t.newRound.announceRegistered(round.title));
      await queries.invalidateQueries();
      await navigate({ to: "/$lang/rounds/$roundId", params: { lang, roundId: round.id } });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (register.isPending) return;
    const name = title.trim();
    register.mutate({
      fundId: fund?.id ?? null,
      rule,
      format,
      text,
      trial,
      ...(name !== "" && { title: name }),
    });
  }
  return (
    <form className="stack round-register" onSubmit={submit}>
      <Field
        label={t.newRound.rule}
        hint={
          impossible.length === 0
            ? t.newRound.ruleHint
            : `${t.newRound.ruleHint} ${t.explanation.impossible.cannot(obstacles(impossible))}`
        }
      >
        {(control) => (
          <Select
            control={control}
            value={rule}
            onChange={(value) => setRule(RULES.find((each) => each === value) ?? "optimal")}
            options={options}
          />
        )}
      </Field>
      <p className="soft">
        {shell.ruleText[rule]} {rule === "lottery" && t.newRound.drawn}
      </p>
      <Field label={t.newRound.name} hint={t.newRound.nameHint}>
        {(control) => (
          <Input
            {...control}
            value={title}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      {fund !== undefined && (
        <fieldset className="choices">
          <legend>{t.newRound.count.label}</legend>
          {([true, false] as const).map((each) => (
            <label key={String(each)}>
              <input type="radio" name="trial" checked={trial === each} onChange={() => setTrial(each)} />
              {each ? t.newRound.count.trial : t.newRound.count.counts}
            </label>
          ))}
        </fieldset>
      )}
      {register.isError && <ProblemAlert error={register.error} />}
      <div>
        <Button purpose="primary" type="submit" busy={register.isPending}>
          {register.isPending ? t.newRound.registering : t.newRound.register}
        </Button>
      </div>
    </form>
  );
}
