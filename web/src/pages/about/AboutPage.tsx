/** How decisions are proven, what is not proven, and how to check without these pages. */
import { Badge, ExampleBadge } from "../../components/Badge.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useAboutTexts } from "../../i18n/about.js";
import "./AboutPage.css";

const STEPS = ["announce", "decide", "prove", "check"] as const;
const LEVELS = ["A", "B", "C"] as const;

/** The page on how it works. */
export function AboutPage() {
  const t = useAboutTexts();
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      <Section title={t.steps.title}>
        <ol className="steps">
          {STEPS.map((step) => (
            <li key={step} className="card">
              <h3>{t.steps[step].title}</h3>
              <p>{t.steps[step].text}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t.levels.title} intro={t.levels.intro}>
        <Table
          caption={t.levels.caption}
          captionHidden
          stacked
          columns={[
            {
              id: "level",
              header: t.levels.columns.level,
              rowHeader: true,
              cell: (level) => <Badge kind={level === "A" ? "good" : "neutral"}>{level}</Badge>,
            },
            { id: "words", header: t.levels.columns.words, cell: (level) => t.levels[level].words },
            { id: "means", header: t.levels.columns.means, cell: (level) => t.levels[level].means },
          ]}
          rows={LEVELS}
          rowKey={(level) => level}
        />
      </Section>
      <Section title={t.how.title}>
        {t.how.text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Section>
      <Section title={t.not.title}>
        <ul>
          {t.not.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Section>
      <Section title={t.example.title}>
        <p>
          <ExampleBadge />
        </p>
        <p>{t.example.text}</p>
      </Section>
      <Section title={t.ways.title}>
        <p>{t.ways.cli}</p>
        <pre>
          <code>
            {
              "npx voorsprong verify decision.json\nnpx voorsprong verify --ledger ledger.json\nnpx voorsprong allocate round.json --out decision.json"
            }
          </code>
        </pre>
        <p>{t.ways.api}</p>
        <ul>
          <li>
            <a href="/api/docs">{t.ways.apiLink}</a>
          </li>
          <li>
            <a href="/api/v1/openapi.json">{t.ways.openapi}</a>
          </li>
          <li>
            <a href="/.well-known/jwks.json">{t.ways.keys}</a>
          </li>
        </ul>
        <p>
          <PageLink path="/verify">{t.ways.verify}</PageLink>
        </p>
      </Section>
    </Page>
  );
}
