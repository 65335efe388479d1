/** One fund: its money, its call, how it divides, and its rounds. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { FundView, Localised } from "@voorsprong/server/contract";
import { clauseQuery, fundQuery } from "../../api/queries.js";
import { Badge } from "../../components/Badge.js";
import { ButtonLink } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useFormat } from "../../i18n/format.js";
import { useFundTexts } from "../../i18n/fund.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useLocalised } from "../../i18n/texts.js";
import { FundCalls } from "../call/FundCalls.js";
import { RoundsTable } from "../rounds/RoundsTable.js";
import { BudgetFigure } from "./BudgetFigure.js";
import { CallBadge } from "./CallBadge.js";
import { ExampleRoundForm } from "./ExampleRoundForm.js";
import "./FundPage.css";
import { LimitsTable } from "./LimitsTable.js";
import { useMayMakeExamples } from "./use-may-make-examples.js";

/** The page of one fund. */
export function FundPage() {
  const { fundId } = useParams({ from: "/$lang/funds/$fundId" });
  return <LoadedPage query={useQuery(fundQuery(fundId))}>{(fund) => <Fund fund={fund} />}</LoadedPage>;
}

function Fund({ fund }: { fund: FundView }) {
  const t = useFundTexts();
  const grants = useGrantTexts();
  const shell = useShellTexts();
  const f = useFormat();
  const l = useLocalised();
  const clause = useQuery(clauseQuery(fund.clauseId)).data;
  const offersExamples = useMayMakeExamples(fund.id);
  return (
    <Page
      title={l(fund.title)}
      crumbs={[{ path: "/funds", label: shell.nav.funds }]}
      marks={<CallBadge state={fund.call.state} />}
      intro={
        <>
          <p>{l(fund.summary)}</p>
          <p className="fund__envelope">{t.envelope(f.moneyShort(fund.envelopeCents))}</p>
          <p className="small fund__money">
            <PageLink path={`/funds/${fund.id}/money`}>{grants.fund.link}</PageLink>
          </p>
          <p className="small">
            {t.clause}:{" "}
            <PageLink path={`/clauses/${fund.clauseId}`}>
              {clause === undefined ? fund.clauseId : l(clause.title)}
            </PageLink>
          </p>
        </>
      }
      actions={
        <>
          <ButtonLink purpose="primary" path="/rounds/new" search={{ fund: fund.id }}>
            {t.rounds.new}
          </ButtonLink>
          {offersExamples && (
            <ButtonLink path={`/funds/${fund.id}`} hash="example">
              {t.example.title}
            </ButtonLink>
          )}
        </>
      }
    >
      <Section title={t.rounds.title}>
        <RoundsTable rounds={fund.rounds} />
      </Section>
      <Section title={t.budgets.title}>
        <BudgetFigure fund={fund} />
      </Section>
      <Section title={t.rule.title}>
        <p>
          <strong>{shell.rule[fund.rule]}.</strong> {shell.ruleText[fund.rule]} {t.rule.frozen}
        </p>
        <p>
          {fund.tieBreak.moneyStepCents !== null && `${t.rule.money(f.money(fund.tieBreak.moneyStepCents))} `}
          {t.rule.seed[fund.tieBreak.seed]}
        </p>
        <h3>{t.rule.limits}</h3>
        {fund.limits.length === 0 ? <p>{t.rule.noLimits}</p> : <LimitsTable fund={fund} />}
      </Section>
      <Section title={t.call.title}>
        <FundCalls fundId={fund.id} />
        <p>{t.call.period(f.dateTime(fund.call.opens), f.dateTime(fund.call.closes))}</p>
        <p className="soft">{t.call.note}</p>
      </Section>
      <Section title={t.categories.title}>
        <div className="grid">
          <Categories title={t.categories.themes} items={fund.themes} />
          <Categories title={t.categories.sizes} items={fund.sizes} />
          <Categories title={t.categories.regions} items={fund.regions} />
        </div>
      </Section>
      {fund.assumptions.length > 0 && (
        <Section title={t.assumptions} intro={t.assumptionsIntro}>
          <ul className="stack">
            {fund.assumptions.map((assumption) => (
              <li key={assumption.nl}>
                <Badge>{t.assumption}</Badge> {l(assumption)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {offersExamples && (
        <Section title={t.example.title} id="example" intro={t.example.intro}>
          <ExampleRoundForm fund={fund} />
        </Section>
      )}
    </Page>
  );
}

function Categories({ title, items }: { title: string; items: readonly { id: string; title: Localised }[] }) {
  const l = useLocalised();
  return (
    <div className="stack">
      <h3>{title}</h3>
      <ul className="fund__categories">
        {items.map((item) => (
          <li key={item.id}>{l(item.title)}</li>
        ))}
      </ul>
    </div>
  );
}
