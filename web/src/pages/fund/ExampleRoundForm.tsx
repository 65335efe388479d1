/** Makes an example round of any size from a fund's call. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { RULES } from "@voorsprong/allocation";
import type { FundView, NewExampleRound, RoundView } from "@voorsprong/server/contract";
import { type FormEvent, useState } from "react";
import { sendJson } from "../../api/client.js";
import { Button } from "../../components/Button.js";
import { Field, Input, Select } from "../../components/Field.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useFundTexts } from "../../i18n/fund.js";
import { useLanguage } from "../../i18n/language.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useAnnounce } from "../../shell/Announcer.js";
import "./FundPage.css";

const DIFFICULTIES = ["simple", "loose", "tight"] as const;

/** The number in a text when it is whole and within bounds; else null. */
function whole(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return /^\d+$/.test(text.trim()) && value >= least && value <= most ? value : null;
}

/** The form; on success it goes to the new round. */
export function ExampleRoundForm({ fund }: { fund: FundView }) {
  const { example: t } = useFundTexts();
  const shell = useShellTexts();
  const lang = useLanguage();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const cache = useQueryClient();
  const [applications, setApplications] = useState("2000");
  const [seed, setSeed] = useState("1");
  const [difficulty, setDifficulty] = useState<(typeof DIFFICULTIES)[number]>("loose");
  const [rule, setRule] = useState(fund.rule);
  const [checked, setChecked] = useState(false);
  const make = useMutation({
    mutationFn: (request: NewExampleRound) => sendJson<RoundView>("POST", "/example-rounds", request),
    onSuccess: async (round) => {
      announce(t.made);
      await cache.invalidateQueries();
      await navigate({ to: "/$lang/rounds/$roundId", params: { lang, roundId: round.id } });
    },
  });
  const count = whole(applications, 1, 200_000);
  const start = whole(seed, 0, Number.MAX_SAFE_INTEGER);

  function submit(event: FormEvent) {
    event.preventDefault();
    setChecked(true);
    if (count === null || start === null || make.isPending) return;
    announce(t.making);
    make.mutate({ fundId: fund.id, applications: count, seed: start, difficulty, rule });
  }

  return (
    <form onSubmit={submit} noValidate className="fund__form">
      {make.isError && <ProblemAlert error={make.error} />}
      <Field
        label={t.applications}
        hint={t.applicationsHint}
        error={checked && count === null ? t.applicationsError : undefined}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={applications}
            onChange={(event) => setApplications(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.seed} hint={t.seedHint} error={checked && start === null ? t.seedError : undefined}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={seed}
            onChange={(event) => setSeed(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.difficulty}>
        {(control) => (
          <Select
            control={control}
            value={difficulty}
            onChange={(value) => setDifficulty(DIFFICULTIES.find((name) => name === value) ?? "loose")}
            options={DIFFICULTIES.map((name) => ({ value: name, label: t.difficulties[name] }))}
          />
        )}
      </Field>
      <Field label={t.rule} hint={t.ruleHint}>
        {(control) => (
          <Select
            control={control}
            value={rule}
            onChange={(value) => setRule(RULES.find((each) => each === value) ?? fund.rule)}
            options={RULES.map((each) => ({ value: each, label: shell.rule[each] }))}
          />
        )}
      </Field>
      <Button type="submit" purpose="primary" busy={make.isPending}>
        {make.isPending ? t.making : t.make}
      </Button>
    </form>
  );
}
