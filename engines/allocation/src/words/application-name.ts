/** Applications as they are named in sentences, Dutch and English. */
import type { Award } from "../model/decision.js";
import type { Difference } from "../model/explanation.js";
import type { Language } from "../model/language.js";
import type { Amounts, Application, Round } from "../model/round.js";
import { formatAmount, listNames, MOST_NAMES } from "./phrases.js";

/** Characters of a title that a sentence has room for. */
const TITLE_LENGTH = 60;

/** An application's id with its title where the round has one, and what else is to be said: `A2 (Chipfabriek, 5 punten)`. */
export function applicationName(
  { applications }: Pick<Round, "applications">,
  id: string,
  detail?: string,
): string {
  const title = applicationIn(applications, id)?.title?.trim() ?? "";
  const letters = [...title];
  const short = letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join("")}…` : title;
  const said = [title === id ? "" : short, detail ?? ""].filter((part) => part !== "");
  return said.length === 0 ? id : `${id} (${said.join(", ")})`;
}

/** Lists of applications by id, kept as long as the list is: a large round has thousands of sentences. */
const indexes = new WeakMap<readonly Application[], ReadonlyMap<string, Application>>();

function applicationIn(applications: readonly Application[], id: string): Application | undefined {
  let index = indexes.get(applications);
  if (index === undefined) {
    index = new Map(applications.map((application) => [application.id, application]));
    indexes.set(applications, index);
  }
  return index.get(id);
}

/** A list of applications in a sentence; long ones name the first five. */
export function listApplications(round: Round, ids: readonly string[], language: Language): string {
  const names = ids.map((id, place) => (place < MOST_NAMES ? applicationName(round, id) : id));
  return listNames(names, language);
}

/** What a difference means for applications other than the one a sentence is about. */
export interface Change {
  /** No longer awarded. */
  readonly out: readonly string[];
  /** Awarded where they were not. */
  readonly into: readonly string[];
  /** Awarded otherwise than they were, each as a clause: `A3 krijgt € 15.000 in plaats van € 50.000`. */
  readonly moved: readonly string[];
}

/** Splits a difference against awards by what becomes of each application but `about`. */
export function changeOf(
  round: Round,
  awards: readonly Award[],
  { remove, add }: Difference,
  about: string,
  language: Language,
): Change {
  const others = add.filter(([id]) => id !== about);
  const added = new Set(others.map(([id]) => id));
  const removed = new Set(remove);
  return {
    out: remove.filter((id) => !added.has(id) && id !== about),
    into: others.map(([id]) => id).filter((id) => !removed.has(id)),
    moved: others
      .filter(([id]) => removed.has(id))
      .map(([id, option]) => movedClause(round, awards, id, option, language)),
  };
}

function movedClause(
  round: Round,
  awards: readonly Award[],
  id: string,
  option: string | null,
  language: Language,
): string {
  const application = applicationIn(round.applications, id);
  const choice = option === null ? application : application?.options?.find((each) => each.id === option);
  const before = awards.find((award) => award.application === id)?.amounts;
  const name = applicationName(round, id);
  // A sentence may be asked of a part of a decision, which has not the amounts of others.
  if (before === undefined || choice?.amounts === undefined)
    return language === "nl" ? `${name} krijgt een andere variant` : `${name} gets another option`;
  const [now, then] = [choice.amounts, before].map((amounts) =>
    formatAmount(totalOf(amounts), round.unit, language),
  );
  return language === "nl"
    ? `${name} krijgt ${now} in plaats van ${then}`
    : `${name} gets ${now} instead of ${then}`;
}

function totalOf(amounts: Amounts): number {
  return Object.values(amounts).reduce((sum, amount) => sum + amount, 0);
}
