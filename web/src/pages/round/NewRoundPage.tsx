import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { FundView } from "@voorsprong/server/contract";
import { useEffect, useState } from "react";
import { fundQuery, fundsQuery } from "../../api/queries.js";
import { Alert } from "../../components/Alert.js";
import { Field, Select } from "../../components/Field.js";
import { FileDrop } from "../../components/FileDrop.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useFormat } from "../../i18n/format.js";
import { useRoundTexts } from "../../i18n/round.js";
import { useLocalised } from "../../i18n/texts.js";
import { useAnnounce } from "../../shell/Announcer.js";
import type { CallParts, ReadResult } from "../../solver/read-round.js";
import { startReading } from "../../solver/workers.js";
import { ExampleRoundForm } from "../fund/ExampleRoundForm.js";
import { useMayMakeExamples } from "../fund/use-may-make-examples.js";
import { FileErrors } from "./new/FileErrors.js";
import { RegisterForm } from "./new/RegisterForm.js";
import { RoundPreview } from "./new/RoundPreview.js";
import { type Chosen, readFile } from "./new/read-file.js";
import { titlesOf } from "./units.js";
import { useRun } from "./use-run.js";
import "../../charts/charts.css";
import "./round.css";

/** A new round from a file, or an example made by the generator. */
export function NewRoundPage() {
  const { newRound: t } = useRoundTexts();
  const localised = useLocalised();
  const { fund: fundId } = useSearch({ from: "/$lang/rounds/new" });
  const navigate = useNavigate({ from: "/$lang/rounds/new" });
  const funds = useQuery(fundsQuery()).data?.items ?? [];
  const { data: fund, isLoading } = useQuery({ ...fundQuery(fundId ?? ""), enabled: fundId !== undefined });
  const offersExamples = useMayMakeExamples(fundId ?? "");
  return (
    <Page
      title={t.title}
      crumbs={[
        ...(fund === undefined ? [] : [{ path: `/funds/${fund.id}`, label: localised(fund.title) }]),
        { path: "/rounds", label: t.rounds },
      ]}
      intro={<p>{t.intro}</p>}
    >
      <Section title={t.choose}>
        <Field label={t.fund}>
          {(control) => (
            <Select
              control={control}
              value={fundId ?? ""}
              onChange={(value) =>
                void navigate({
                  search: value === "" ? {} : { fund: value },
                  replace: true,
                  resetScroll: false,
                })
              }
              options={[
                { value: "", label: t.none },
                ...funds.map(({ id, title }) => ({ value: id, label: localised(title) })),
              ]}
            />
          )}
        </Field>
        <FromFile fund={fund} waiting={isLoading} />
      </Section>
      {fund !== undefined && offersExamples && (
        <Section title={t.example.title} intro={t.example.text}>
          <ExampleRoundForm fund={fund} />
        </Section>
      )}
      <Formats />
    </Page>
  );
}

/** The parts of a fund's call that a CSV file is joined with. */
function callOf(fund: FundView): CallParts {
  return {
    name: fund.id,
    budgets: fund.budgets
      .filter(({ id }) => fund.call.budgets.includes(id))
      .map(({ id, cents }) => ({ id, amount: cents })),
    constraints: fund.limits.map(({ constraint }) => constraint),
  };
}

/**
 * A file that is chosen and read. It is read again when the fund changes, because CSV takes its budgets from there.
 * @param waiting the fund is still under way; the file is read when it is there
 */
function FromFile({ fund, waiting }: { fund: FundView | undefined; waiting: boolean }) {
  const { newRound: t } = useRoundTexts();
  const { number } = useFormat();
  const announce = useAnnounce();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { run, start, cancel } = useRun<ReadResult>((result) => {
    if (result.kind === "round") announce(t.announceRead(number(result.applications)));
  });
  useEffect(() => {
    if (waiting || chosen?.kind !== "text") return;
    const { name, text } = chosen;
    start(() =>
      startReading({ name, text, call: fund === undefined ? null : callOf(fund), titles: titlesOf(fund) }),
    );
  }, [chosen, fund, waiting, start]);
  async function take(file: File) {
    cancel();
    setChosen(await readFile(file));
  }
  return (
    <>
      <FileDrop
        label={t.file}
        hint={t.fileHint}
        accept=".json,.csv,.pb,.txt,.dat"
        error={chosen !== null && chosen.kind !== "text" ? t.errors[chosen.kind] : undefined}
        onFile={(file) => void take(file)}
      />
      {chosen?.kind !== "text" ? null : waiting || run.state === "running" ? (
        <p role="status">{t.reading}</p>
      ) : run.state === "failed" ? (
        <Alert kind="danger" title={t.errors.failed} live>
          <p>{run.message}</p>
        </Alert>
      ) : run.state === "done" ? (
        <Read fund={fund} chosen={chosen} result={run.result} />
      ) : null}
    </>
  );
}

/** What reading gave: errors, or a preview with the last step. */
function Read(props: {
  fund: FundView | undefined;
  chosen: Extract<Chosen, { kind: "text" }>;
  result: ReadResult;
}) {
  const { newRound: t } = useRoundTexts();
  const { fund, chosen, result } = props;
  if (result.kind === "errors") return <FileErrors file={chosen.name} issues={result.issues} />;
  if (result.kind === "unknown-format") {
    return (
      <Alert kind="danger" title={t.errors.unknownTitle} live>
        <p>{t.errors.unknown}</p>
      </Alert>
    );
  }
  if (result.kind === "csv-without-fund") {
    return (
      <Alert kind="warning" title={t.csvTitle} live>
        <p>{t.csvNeedsFund}</p>
      </Alert>
    );
  }
  return (
    <>
      <RoundPreview file={chosen.name} preview={result} fund={fund} />
      <h3>{t.settle}</h3>
      <RegisterForm
        key={fund?.id ?? ""}
        fund={fund}
        format={result.format}
        text={chosen.text}
        impossible={result.impossible}
      />
    </>
  );
}

function Formats() {
  const { newRound: t } = useRoundTexts();
  return (
    <Section title={t.formats.heading}>
      <ul>
        <li>{t.formats.json}</li>
        <li>{t.formats.csv}</li>
        <li>{t.formats.pb}</li>
        <li>{t.formats.mkp}</li>
      </ul>
      <p>
        <PageLink path="/about">{t.formats.more}</PageLink>
      </p>
    </Section>
  );
}
