/** The public register of grants: figures and pictures first, then every grant, to search and to download. */
import { useQuery } from "@tanstack/react-query";
import { awardsQuery, registerFiguresQuery } from "../../api/register-queries.js";
import { Alert } from "../../components/Alert.js";
import { ExampleBadge } from "../../components/Badge.js";
import { Button } from "../../components/Button.js";
import { Loaded } from "../../components/Loading.js";
import { Page, Section } from "../../components/Page.js";
import { Pagination } from "../../components/Pagination.js";
import { useFormat } from "../../i18n/format.js";
import { useRegisterTexts } from "../../i18n/register.js";
import { KeyFigures } from "../round/KeyFigures.js";
import "../../charts/charts.css";
import "../round/round.css";
import "./register.css";
import { AwardFilters } from "./AwardFilters.js";
import { AwardsTable } from "./AwardsTable.js";
import { Downloads } from "./Downloads.js";
import { RegisterMap } from "./RegisterMap.js";
import { RegisterThemes } from "./RegisterThemes.js";
import { filterOf, useRegisterSearch } from "./search.js";

const PAGE_SIZE = 25;

/** The register. */
export function RegisterPage() {
  const t = useRegisterTexts();
  const f = useFormat();
  const [search, _setSearch] = useRegisterSearch();
  const filter = filterOf(search);
  const examples = search.example === "true";
  const figures = useQuery(registerFiguresQuery(filter));
  // The map shows all provinces also when one is chosen, and the filters offer what there is to choose.
  const onMap = useQuery(registerFiguresQuery({ ...filter, region: undefined })).data;
  const whole = useQuery(registerFiguresQuery({ example: filter.example })).data;
  const awards = useQuery(
    awardsQuery({
      ...filter,
      page: search.page ?? 1,
      pageSize: PAGE_SIZE,
      sort: search.sort ?? "-awardedOn",
    }),
  );
  const { page: _page, ...rest } = search;
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>} marks={examples ? <ExampleBadge /> : undefined}>
      <Loaded query={figures}>
        {(sums) => (
          <>
            <Examples others={sums.others} awards={sums.awards} />
            <KeyFigures
              figures={[
                { label: t.figures.awards, value: f.number(sums.awards) },
                { label: t.figures.recipients, value: f.number(sums.recipients) },
                { label: t.figures.granted, value: f.moneyShort(sums.granted) },
                { label: t.figures.paid, value: f.moneyShort(sums.paid) },
                { label: t.figures.settled, value: f.moneyShort(sums.settled) },
              ]}
            />
            {onMap !== undefined && onMap.awards > 0 && <RegisterMap figures={onMap} />}
            {sums.awards > 0 && <RegisterThemes figures={sums} />}
            <Section title={t.list.heading}>
              {whole !== undefined && <AwardFilters figures={whole} />}
              <Loaded query={awards}>
                {(page) => (
                  <>
                    <p role="status">{t.list.found(f.number(page.total))}</p>
                    <Pagination
                      path="/register"
                      search={rest as Record<string, unknown>}
                      page={page.page}
                      pageSize={page.pageSize}
                      total={page.total}
                    >
                      <AwardsTable awards={page.items} />
                    </Pagination>
                  </>
                )}
              </Loaded>
            </Section>
          </>
        )}
      </Loaded>
      <Downloads filter={filter} awards={figures.data?.awards} />
    </Page>
  );
}

/** Says that these are examples, or offers them; real grants and examples are never mixed. */
function Examples({ others, awards: shown }: { others: number; awards: number }) {
  const t = useRegisterTexts();
  const f = useFormat();
  const [search, setSearch] = useRegisterSearch();
  if (search.example === "true")
    return (
      <Alert kind="info" title={t.examples.title}>
        <p>{others === 0 ? t.examples.text : t.examples.mixed}</p>
        {others > 0 && (
          <div>
            <Button onClick={() => setSearch({ example: undefined })}>
              {t.examples.hide(f.number(others))}
            </Button>
          </div>
        )}
      </Alert>
    );
  if (others === 0) return null;
  return (
    <div className="row">
      {shown === 0 && <p>{t.none}</p>}
      <Button onClick={() => setSearch({ example: "true" })}>{t.examples.show(f.number(others))}</Button>
    </div>
  );
}
