/** About the data of the register: fields, quality, the list of GBER article 9, assumptions. */
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { gberQuery, openDataQuery } from "../../api/register-queries.js";
import { ExampleBadge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { Table } from "../../components/Table.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { useLocalised } from "../../i18n/texts.js";
import "./register.css";

/** The page. */
export function RegisterAboutPage() {
  const { about: t, award } = useRegisterTexts();
  const f = useFormat();
  const l = useLocalised();
  const { example } = useSearch({ from: "/$lang/register/about" });
  const filter = { example };
  return (
    <LoadedPage query={useQuery(openDataQuery(filter))}>
      {({ fields, quality, assumptions, licence }) => (
        <Page
          title={t.title}
          crumbs={[{ path: "/register", label: award.crumb }]}
          intro={<p>{t.intro}</p>}
          marks={example === "true" ? <ExampleBadge /> : undefined}
        >
          <Section title={t.fields}>
            <Table
              caption={t.fields}
              captionHidden
              stacked
              rows={fields}
              rowKey={({ name }) => name}
              columns={[
                {
                  id: "field",
                  header: t.field,
                  rowHeader: true,
                  cell: ({ title, name }) => (
                    <>
                      {l(title)} <code className="register-note">{name}</code>
                    </>
                  ),
                },
                { id: "meaning", header: t.meaning, cell: ({ text }) => l(text) },
                { id: "source", header: t.source, cell: ({ source }) => <code>{source}</code> },
              ]}
            />
          </Section>
          <Section title={t.quality} intro={t.qualityIntro}>
            <Table
              caption={t.quality}
              captionHidden
              rows={quality}
              rowKey={({ id }) => id}
              columns={[
                { id: "mark", header: t.mark, rowHeader: true, cell: ({ title }) => l(title) },
                {
                  id: "met",
                  header: t.met,
                  numeric: true,
                  cell: ({ met, total }) => t.ofAll(f.number(met), f.number(total)),
                },
              ]}
            />
          </Section>
          <Gber example={example} />
          <Section title={t.assumptions} intro={t.assumptionsIntro}>
            <ul>
              {assumptions.map((text) => (
                <li key={text.en}>{l(text)}</li>
              ))}
            </ul>
            <p>
              {t.licence} <a href={licence}>{licence}</a>
            </p>
          </Section>
        </Page>
      )}
    </LoadedPage>
  );
}

function Gber({ example }: { example: "true" | undefined }) {
  const t = useRegisterTexts().about;
  const f = useFormat();
  const l = useLocalised();
  return (
    <Section title={t.gber} intro={t.gberIntro}>
      <Loaded query={useQuery(gberQuery({ example }))}>
        {({ items }) => (
          <Table
            caption={t.gber}
            captionHidden
            stacked
            rows={items}
            rowKey={({ award }) => award}
            empty={t.gberEmpty}
            columns={[
              {
                id: "beneficiary",
                header: t.beneficiary,
                rowHeader: true,
                cell: ({ award, beneficiary }) => (
                  <PageLink path={`/register/awards/${award}`}>{beneficiary}</PageLink>
                ),
              },
              { id: "objective", header: t.objective, cell: ({ objective }) => l(objective) },
              { id: "amount", header: t.amount, numeric: true, cell: ({ amount }) => f.money(amount) },
              { id: "publishBy", header: t.publishBy, cell: ({ publishBy }) => f.date(publishBy) },
              {
                id: "missing",
                header: t.missing,
                cell: ({ missing }) => (missing.length === 0 ? t.nothing : f.list(missing.map(l))),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
