/** Lists in and out, archives, and reports on the register: for who manages a fund. */
import { useQuery } from "@tanstack/react-query";
import { callsQuery } from "../../api/queries.js";
import { Loading } from "../../components/Loading.js";
import { Page } from "../../components/Page.js";
import { useExchangeTexts } from "../../i18n/exchange.js";
import { SignInFirst } from "../../shell/SignInFirst.js";
import { holds, usePerson } from "../../shell/session.js";
import { Archives } from "./Archives.js";
import { BeginImport } from "./BeginImport.js";
import { Exports } from "./Exports.js";
import { Imports } from "./Imports.js";
import "./exchange.css";
import { Reports } from "./Reports.js";

/** The page. */
export function ExchangePage() {
  const t = useExchangeTexts();
  const person = usePerson();
  const calls = useQuery(callsQuery()).data?.items ?? [];
  if (person === undefined) return <Loading />;
  if (person === null) return <SignInFirst />;
  const manages = holds(person, ["fund-manager"]);
  const opened = calls.filter(({ state }) => state === "open" || state === "closed");
  const mine = opened.filter(({ fundId }) => holds(person, ["fund-manager", "auditor"], fundId));
  return (
    <Page title={t.title} intro={<p>{t.intro}</p>}>
      {manages && (
        <BeginImport calls={opened.filter(({ fundId }) => holds(person, ["fund-manager"], fundId))} />
      )}
      <Imports />
      <Exports calls={mine} />
      <Archives person={person} />
      <Reports manages={manages} />
    </Page>
  );
}
