/** One grant: what it is, its money, what happened to it, and how to check it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { AwardView } from "@voorsprong/server/contract";
import { awardQuery } from "../../api/register-queries.js";
import { ExampleBadge } from "../../components/Badge.js";
import { ButtonLink } from "../../components/Button.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useLocalised } from "../../i18n/texts.js";
import "../../charts/charts.css";
import "../round/round.css";
import { AwardMoney } from "./AwardMoney.js";
import { AwardBadge } from "./AwardsTable.js";
import "./register.css";
import { ReportForm } from "./ReportForm.js";

/** The page of a grant. */
export function AwardPage() {
  const { awardId } = useParams({ from: "/$lang/register/awards/$awardId" });
  return <LoadedPage query={useQuery(awardQuery(awardId))}>{(award) => <Award award={award} />}</LoadedPage>;
}

function Award({ award }: { award: AwardView }) {
  const t = useRegisterTexts().award;
  return (
    <Page
      title={award.title}
      crumbs={[{ path: "/register", label: t.crumb }]}
      marks={
        <>
          <AwardBadge state={award.state} />
          {award.example && <ExampleBadge />}
        </>
      }
      intro={award.summary === null ? undefined : <p>{award.summary}</p>}
    >
      <Section title={t.facts}>
        <Facts award={award} />
      </Section>
      <AwardMoney award={award} />
      <History award={award} />
      <Check award={award} />
      {award.gber !== null && <Gber gber={award.gber} />}
      <Quality award={award} />
      <ReportForm subject={award.id} />
    </Page>
  );
}

function Facts({ award }: { award: AwardView }) {
  const { award: t, list } = useRegisterTexts();
  const f = useFormat();
  const l = useLocalised();
  const { recipient, start, end } = award;
  const ground = (basis: string) =>
    basis.startsWith("gber-") ? t.gberArticle(basis.slice("gber-".length)) : (t.grounds[basis] ?? basis);
  const about =
    recipient.kind === "person"
      ? list.person
      : [recipient.place, recipient.kvk === null ? null : t.kvk(recipient.kvk)]
          .filter((each) => each !== null)
          .join(", ");
  const facts = [
    { label: t.dossier, value: award.dossier },
    {
      label: t.recipient,
      value: (
        <>
          {recipient.name}
          <span className="register-note">{about}</span>
        </>
      ),
    },
    { label: t.fund, value: <PageLink path={`/funds/${award.fund.id}`}>{l(award.fund.title)}</PageLink> },
    { label: t.call, value: <PageLink path={`/calls/${award.call.id}`}>{l(award.call.title)}</PageLink> },
    { label: t.theme, value: l(award.titles.theme) },
    { label: t.region, value: l(award.titles.region) },
    { label: t.size, value: l(award.titles.size) },
    {
      label: t.period,
      value: start === null || end === null ? t.unknown : t.until(f.date(start), f.date(end)),
    },
    { label: t.aid, value: award.aid.length === 0 ? t.unknown : f.list(award.aid.map(ground)) },
  ];
  return (
    <dl className="round-facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function History({ award }: { award: AwardView }) {
  const t = useRegisterTexts().award;
  const f = useFormat();
  return (
    <Section title={t.history} intro={t.historyIntro}>
      <Table
        caption={t.history}
        captionHidden
        stacked
        rows={award.history}
        rowKey={({ entry }) => String(entry)}
        columns={[
          { id: "on", header: t.when, rowHeader: true, cell: ({ on }) => f.date(on) },
          { id: "what", header: t.what, cell: ({ kind }) => t.kinds[kind] ?? kind },
          { id: "amount", header: t.amount, numeric: true, cell: ({ cents }) => f.money(cents) },
          {
            id: "entry",
            header: t.entry,
            cell: ({ entry, hash }) => (
              <>
                {t.entryLink(f.number(entry))}
                <span className="register-note hash">{hash}</span>
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Check({ award }: { award: AwardView }) {
  const t = useRegisterTexts().award;
  return (
    <Section title={t.check}>
      <p>{award.roundId === null ? t.noRound : t.checkText}</p>
      <div className="row screen-only">
        {award.roundId !== null && (
          <ButtonLink purpose="primary" path={`/rounds/${award.roundId}`} search={{ section: "verify" }}>
            {t.checkLink}
          </ButtonLink>
        )}
        <PageLink path="/ledger" search={{ subject: award.id }}>
          {t.ledgerLink}
        </PageLink>
      </div>
    </Section>
  );
}

function Gber({ gber }: { gber: NonNullable<AwardView["gber"]> }) {
  const t = useRegisterTexts().award;
  const f = useFormat();
  const l = useLocalised();
  return (
    <Section title={t.gber}>
      <p>{t.gberText(f.date(gber.publishBy), f.date(gber.availableUntil))}</p>
      <p>{l(gber.objective)}</p>
      {gber.missing.length > 0 && (
        <p>
          {t.gberMissing} {f.list(gber.missing.map(l))}.
        </p>
      )}
    </Section>
  );
}

function Quality({ award }: { award: AwardView }) {
  const t = useRegisterTexts().award;
  const l = useLocalised();
  return (
    <Section title={t.quality}>
      <ul className="register-quality">
        {award.quality.map(({ id, title, met }) => (
          <li key={id}>
            <span aria-hidden="true">{met ? "✓" : "–"}</span>
            <span>
              {l(title)}: {met ? t.good : t.lacking}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
