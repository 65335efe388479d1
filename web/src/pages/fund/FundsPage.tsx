/** All funds. */
import { useQuery } from "@tanstack/react-query";
import { fundsQuery } from "../../api/queries.js";
import { Loaded } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { PageLink } from "../../components/PageLink.js";
import { useFormat } from "../../i18n/format.js";
import { useFundTexts } from "../../i18n/fund.js";
import { useLocalised } from "../../i18n/texts.js";
import { CallBadge } from "./CallBadge.js";

/** The list of funds. */
export function FundsPage() {
  const t = useFundTexts();
  const f = useFormat();
  const l = useLocalised();
  return (
    <Page title={t.list.title} intro={<p>{t.list.intro}</p>}>
      <Loaded query={useQuery(fundsQuery())}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.list.empty}</p>
          ) : (
            <div className="grid">
              {items.map((fund) => (
                <article key={fund.id} className="card stack">
                  <h2>
                    <PageLink path={`/funds/${fund.id}`}>{l(fund.title)}</PageLink>
                  </h2>
                  <p>
                    <CallBadge state={fund.call.state} />
                  </p>
                  <p>{l(fund.summary)}</p>
                  <p>
                    <strong>{f.moneyShort(fund.envelopeCents)}</strong>
                  </p>
                  <p className="small soft">
                    {t.call.period(f.dateTime(fund.call.opens), f.dateTime(fund.call.closes))}
                  </p>
                </article>
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
