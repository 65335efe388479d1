import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import type { RoundView } from "@voorsprong/server/contract";
import { useEffect, useRef } from "react";
import { fundQuery, roundQuery } from "../../api/queries.js";
import { Badge, ExampleBadge, TrialBadge } from "../../components/Badge.js";
import { LoadedPage } from "../../components/LoadedPage.js";
import { Page } from "../../components/Page.js";
import { useRoundTexts } from "../../i18n/round.js";
import { useShellTexts } from "../../i18n/shell.js";
import { useLocalised } from "../../i18n/texts.js";
import { useAnnounce } from "../../shell/Announcer.js";
import { useRoundTitle } from "../round-title.js";
import { Applications } from "./applications/Applications.js";
import { MapOfProvinces } from "./outcome/MapOfProvinces.js";
import { Outcome } from "./outcome/Outcome.js";
import { provincesOf } from "./outcome/province-figures.js";
import { Overview } from "./overview/Overview.js";
import { RoundLink } from "./RoundLink.js";
import { SECTIONS, type SectionName } from "./search.js";
import { type RoundContext, useRoundFormat } from "./units.js";
import { Verify } from "./verify/Verify.js";
import { WhatIf } from "./what-if/WhatIf.js";

import "../../charts/charts.css";
import "./round.css";

/** How often a round that is not decided is read again, in milliseconds. */
const INTERVAL = 10_000;

const VIEWS: Readonly<Record<SectionName, (context: RoundContext) => React.ReactNode>> = {
  overview: Overview,
  outcome: Outcome,
  map: MapOfProvinces,
  applications: Applications,
  "what-if": WhatIf,
  verify: Verify,
};

/** One round: what was asked, what was decided, and why. */
export function RoundPage() {
  const { roundId } = useParams({ from: "/$lang/rounds/$roundId" });
  const query = useQuery({
    ...roundQuery(roundId),
    // Until it is decided a round can change under the reader's eyes, by what someone else does.
    refetchInterval: ({ state }) => (state.data?.state === "decided" ? false : INTERVAL),
    refetchOnWindowFocus: ({ state }) => (state.data?.state === "decided" ? true : "always"),
  });
  return <LoadedPage query={query}>{(round) => <RoundBody round={round} />}</LoadedPage>;
}

function RoundBody({ round }: { round: RoundView }) {
  const t = useRoundTexts();
  const shell = useShellTexts();
  const localised = useLocalised();
  const roundTitle = useRoundTitle();
  const format = useRoundFormat(round);
  const { section: asked = "overview" } = useSearch({ from: "/$lang/rounds/$roundId" });
  const fund = useQuery({ ...fundQuery(round.fundId ?? ""), enabled: round.fundId !== null }).data;
  const hasMap = provincesOf(round, fund) !== null;
  const section = asked === "map" && !hasMap ? "overview" : asked;
  const View = VIEWS[section];
  useAnnounceSection(t.sections[section]);
  return (
    <Page
      title={roundTitle(round)}
      crumbs={[
        ...(fund === undefined ? [] : [{ path: `/funds/${fund.id}`, label: localised(fund.title) }]),
        { path: "/rounds", label: t.crumbs.rounds },
      ]}
      marks={
        <>
          <Badge kind={round.state === "decided" ? "good" : "neutral"}>{shell.state[round.state]}</Badge>
          <Badge>{shell.rule[round.rule]}</Badge>
          {round.example && <ExampleBadge />}
          {round.trial && <TrialBadge />}
        </>
      }
      intro={
        <p>
          {t.intro(
            format.count(round.applications),
            format.moneyShort(round.requested),
            format.moneyShort(round.budget),
          )}
        </p>
      }
    >
      <nav aria-label={t.sections.label} className="round-sections screen-only">
        <ul>
          {SECTIONS.filter((name) => name !== "map" || hasMap).map((name) => (
            <li key={name}>
              <SectionLink round={round} name={name} current={name === section} />
            </li>
          ))}
        </ul>
      </nav>
      <View round={round} fund={fund} />
    </Page>
  );
}

/** Reads out which part is shown when it changes: focus stays on the link that was followed. */
function useAnnounceSection(name: string): void {
  const announce = useAnnounce();
  const last = useRef(name);
  useEffect(() => {
    if (last.current === name) return;
    last.current = name;
    announce(name);
  }, [name, announce]);
}

/** A link to a part of the page. */
function SectionLink(props: { round: RoundView; name: SectionName; current: boolean }) {
  const t = useRoundTexts();
  return (
    <RoundLink
      roundId={props.round.id}
      search={props.name === "overview" ? {} : { section: props.name }}
      current={props.current}
    >
      {t.sections[props.name]}
    </RoundLink>
  );
}
