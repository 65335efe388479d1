/** The public register: calls, decisions and awards, and what the public may do with them. */
import type { Readable } from "node:stream";
import { type Actor, fundsOf, type Scope } from "@voorsprong/access";
import { amsterdamDay } from "@voorsprong/legal-time";
import type { z } from "zod";
import { Refusal } from "../../kernel/refusal.js";
import type { FundContext } from "../context.js";
import { atomFeed, type Feed, type FeedItem, jsonFeed } from "./feeds.js";
import { fieldExplanations } from "./fields.js";
import {
  gberAssumptions,
  gberLine,
  gberThreshold,
  joinMarks,
  openDataLicence,
  type PublicAward,
  type Publisher,
  qualityMarks,
  threeSixtyAssumptions,
} from "./open-data/index.js";
import {
  awardsCsv,
  awardsJson,
  awardsXlsx,
  gberCsv,
  type OpenDataSource,
  threeSixtyCsv,
  threeSixtyJson,
} from "./open-data-files.js";
import { awardLine, figuresOf, namesOf, publicAward } from "./present.js";
import {
  type AwardFilter,
  type AwardSort,
  allAwards,
  getAward,
  listAwards,
  sumAwards,
} from "./store/awards.js";
import { publishedCalls } from "./store/calls.js";
import { listDecisions } from "./store/decisions.js";
import { awardHistory } from "./store/history.js";
import { addReport, closeReport, getReport, listReports } from "./store/reports.js";
import type {
  AwardPage,
  AwardView,
  GberList,
  NewRegisterReport,
  OpenDataAbout,
  RegisterCalls,
  RegisterDecisions,
  RegisterFigures,
  RegisterReportList,
  RegisterReportReceipt,
  RegisterReportView,
} from "./views.js";

/** The files that can be downloaded. */
export type OpenDataFile =
  | "awards.csv"
  | "awards.xlsx"
  | "awards.json"
  | "360giving.json"
  | "360giving.csv"
  | "gber-9.csv";

interface PageQuery {
  readonly page: number;
  readonly pageSize: number;
}

/** What can be asked of the register. Methods throw `Refusal` for what does not exist or cannot be. */
export interface RegisterService {
  calls(fundId: string | null): Promise<RegisterCalls>;
  decisions(query: PageQuery & { readonly fundId: string | null }): Promise<RegisterDecisions>;
  awards(filter: AwardFilter, query: PageQuery & { readonly sort: AwardSort }): Promise<AwardPage>;
  figures(filter: AwardFilter): Promise<RegisterFigures>;
  award(id: string): Promise<AwardView>;
  /** What is said about the open data: fields, quality, assumptions. */
  about(filter: AwardFilter): Promise<OpenDataAbout>;
  gber(filter: AwardFilter): Promise<GberList>;
  /** @param website where the pages are, without a slash at the end */
  file(name: OpenDataFile, filter: AwardFilter, website: string): Promise<AsyncGenerator<string> | Readable>;
  feed(kind: "atom" | "json", language: "nl" | "en", website: string): Promise<string>;
  report(report: z.output<typeof NewRegisterReport>): Promise<RegisterReportReceipt>;
  reports(actor: Actor): Promise<RegisterReportList>;
  answerReport(id: string, answer: string, by: string): Promise<RegisterReportView>;
  /** What a report belongs to; null when there is none. */
  reportScope(id: string): Promise<Scope | null>;
}

/** How many things the feed holds. */
const feedLength = 50;

/** Makes the service. */
export function registerService({ programme, store, now }: FundContext): RegisterService {
  const { database } = store;
  const names = namesOf(programme);
  const publisher = (website: string): Publisher => ({
    id: programme.id,
    name: programme.coalition.name.nl,
    website,
  });
  const today = () => amsterdamDay(now());
  const batches = async function* (filter: AwardFilter): AsyncGenerator<PublicAward[]> {
    for await (const batch of allAwards(database, filter))
      yield batch.map((record) => publicAward(record, names));
  };
  const calls = async (fundId: string | null): Promise<RegisterCalls> => ({
    items: (await publishedCalls(database, fundId, now())).map(({ record, ...sums }) => ({
      id: record.id,
      fund: names.fund(record.fundId),
      title: record.title,
      state: record.state,
      opens: record.opens.toISOString(),
      closes: record.closes.toISOString(),
      version: record.version,
      hash: record.hash,
      example: record.example,
      ...sums,
    })),
  });
  const decisions: RegisterService["decisions"] = async (query) => {
    const { items, ...page } = await listDecisions(database, query);
    return {
      ...page,
      items: items.map(({ fundId, at, ...rest }) => ({
        ...rest,
        at: at.toISOString(),
        fund: fundId === null ? null : names.fund(fundId),
      })),
    };
  };

  return {
    calls,
    decisions,
    async awards(filter, query) {
      const { items, ...page } = await listAwards(database, filter, query);
      return { ...page, items: items.map((record) => awardLine(record, names)) };
    },
    figures: async (filter) => figuresOf(await sumAwards(database, filter), names),
    async award(id) {
      const record = await getAward(database, id);
      if (record === null) throw noAward(id);
      const shown = publicAward(record, names);
      const line = gberLine(shown);
      return {
        ...awardLine(record, names),
        summary: record.summary,
        requested: record.requested,
        start: record.start,
        end: record.end,
        titles: {
          theme: names.theme(record.theme),
          region: names.region(record.region).title,
          size: names.size(record.size),
        },
        aid: [...shown.aid],
        roundId: record.roundId,
        decisionHash: record.decisionHash,
        history: await awardHistory(database, id),
        gber:
          line === null
            ? null
            : {
                publishBy: line.publishBy,
                availableUntil: line.availableUntil,
                objective: line.objective,
                missing: [...line.missing],
              },
        quality: qualityMarks([shown], today()).map((mark) => ({
          id: mark.id,
          title: mark.title,
          met: mark.met === 1,
        })),
      };
    },
    async about(filter) {
      let marks = qualityMarks([], today());
      for await (const batch of batches(filter)) marks = joinMarks(marks, qualityMarks(batch, today()));
      return {
        fields: fieldExplanations,
        quality: marks.map((mark) => ({ ...mark, without: [...mark.without] })),
        assumptions: [...threeSixtyAssumptions, ...gberAssumptions],
        licence: openDataLicence,
        publisher: { id: programme.id, name: programme.coalition.name.nl },
      };
    },
    async gber(filter) {
      const items: GberList["items"] = [];
      for await (const batch of batches({ ...filter, above: gberThreshold }))
        items.push(
          ...batch.flatMap((award) => {
            const line = gberLine(award);
            return line === null ? [] : [{ ...line, missing: [...line.missing] }];
          }),
        );
      return {
        items,
        assumptions: [...gberAssumptions],
      };
    },
    async file(name, filter, website) {
      const source: OpenDataSource = { from: database, names, publisher: publisher(website), filter };
      if (name === "awards.xlsx") return awardsXlsx(source);
      if (name === "360giving.json") {
        const pack = await threeSixtyJson(source, now().toISOString());
        if (pack === null)
          throw new Refusal(
            "not-found",
            "There are no awards yet, and the 360Giving standard knows no package without grants.",
          );
        return pack;
      }
      return texts[name](source);
    },
    async feed(kind, language, website) {
      const items = feedItems(
        await calls(null),
        await decisions({ fundId: null, page: 1, pageSize: feedLength }),
      );
      const feed: Feed = {
        title: { nl: `Register van ${programme.title.nl}`, en: `Register of ${programme.title.en}` },
        author: programme.coalition.name[language],
        website,
        items,
      };
      return kind === "atom" ? atomFeed(feed, language) : JSON.stringify(jsonFeed(feed, language));
    },
    async report({ subject, reason, text }) {
      const award = await getAward(database, subject);
      if (award === null) throw noAward(subject);
      return { number: await addReport(database, { fundId: award.fundId, subject, reason, text }, now()) };
    },
    async reports(actor) {
      return { items: await listReports(database, fundsOf(actor, ["fund-manager", "auditor"])) };
    },
    async answerReport(id, answer, by) {
      if (!(await closeReport(database, id, { answer, by, now: now() })))
        throw new Refusal("conflict", "This report was answered already.");
      return (await getReport(database, id))!;
    },
    async reportScope(id) {
      const report = await getReport(database, id);
      return report === null ? null : { fundId: report.fundId };
    },
  };
}

const texts = {
  "awards.csv": awardsCsv,
  "awards.json": awardsJson,
  "360giving.csv": threeSixtyCsv,
  "gber-9.csv": gberCsv,
} as const;

/** The words for an award that is not there. */
function noAward(id: string): Refusal {
  return new Refusal("not-found", `There is no award ${id}.`);
}

/** Openings, closings and decisions, newest first. */
function feedItems(calls: RegisterCalls, decisions: RegisterDecisions): FeedItem[] {
  const opened = calls.items
    .filter(({ state }) => state === "open" || state === "closed")
    .map(({ id, title, fund, opens }) => ({
      path: `/register/calls/${id}`,
      title: { nl: `Open: ${title.nl}`, en: `Open: ${title.en}` },
      text: {
        nl: `De openstelling ${title.nl} van ${fund.title.nl} is open.`,
        en: `The call ${title.en} of ${fund.title.en} is open.`,
      },
      at: opens,
    }));
  const decided = decisions.items.map(({ roundId, title, funded, applications, at }) => ({
    path: `/rounds/${roundId}`,
    title: { nl: `Besloten: ${title}`, en: `Decided: ${title}` },
    text: {
      nl: `${funded} van ${applications} aanvragen krijgen geld.`,
      en: `${funded} of ${applications} applications are funded.`,
    },
    at,
  }));
  return [...opened, ...decided].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, feedLength);
}
