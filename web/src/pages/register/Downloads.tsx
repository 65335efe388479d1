/** The register as files, with the filters of the page. */
import { API, query } from "../../api/client.js";
import type { AwardFilter } from "../../api/register-queries.js";
import { Section } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useLanguage } from "../../i18n/language.js";
import { useRegisterTexts } from "../../i18n/register.js";

/**
 * Links to every file, and to what is said about the data.
 * @param awards how many grants the files hold; undefined until it is known
 */
export function Downloads({ filter, awards }: { filter: AwardFilter; awards: number | undefined }) {
  const t = useRegisterTexts().downloads;
  const language = useLanguage();
  const files = [
    ["awards.csv", t.awardsCsv],
    ["awards.xlsx", t.awardsXlsx],
    ["awards.json", t.awardsJson],
    // The standard has no package without grants.
    ...(awards === 0 ? [] : [["360giving.json", t.threeSixtyJson] as const]),
    ["360giving.csv", t.threeSixtyCsv],
    ["gber-9.csv", t.gber],
  ] as const;
  return (
    <Section title={t.heading} intro={t.intro}>
      <ul className="register-downloads screen-only">
        {files.map(([name, label]) => (
          <li key={name}>
            <a href={`${API}/open-data/${name}${query({ ...filter })}`} download={name}>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a href={`${API}/register/feed.atom${query({ language })}`}>{t.feed}</a>
        </li>
      </ul>
      {awards === 0 && <p className="soft screen-only">{t.threeSixtyNone}</p>}
      <p className="row">
        <PageLink path="/register/about" search={filter.example === "true" ? { example: "true" } : {}}>
          {t.about}
        </PageLink>
        <PageLink path="/register/decisions">{t.decisions}</PageLink>
      </p>
    </Section>
  );
}
