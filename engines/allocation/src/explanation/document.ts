/** The explanation of a decision: what was asked about it, each answer with its proof. */
import { hashOf } from "../canonical/canonical-text.js";
import { breathe } from "../decision/decide.js";
import type { Decision } from "../model/decision.js";
import type { ExplanationDocument, Scenario, Standing, Subject } from "../model/explanation.js";
import { scenarioOf } from "../scenario/decide.js";
import { type Published, publishedOf, selectionWith } from "../scenario/published.js";
import { costScenarios } from "./cost.js";
import { groupFigures } from "./groups.js";
import { inversionsOf } from "./inversions.js";
import { pointsScenario } from "./points.js";
import {
  freeLimits,
  isFree,
  type PriceQuestions,
  priceQuestions,
  type Question,
  sharesQuestion,
} from "./prices.js";
import { standingOf } from "./standing.js";

/** What is asked about a decision. */
export interface ExplainOptions {
  /** Ids of applications for which the exact score and cost are worked out; those that are funded need neither. */
  readonly applications?: readonly string[];
  /** Whether limits get their price; default true. */
  readonly prices?: boolean;
  /** Whether it is worked out which applications other outcomes as good would award; default true. */
  readonly standing?: boolean;
  /**
   * Effort per scenario in nodes of its search tree, the same on every machine; default 20,000, and more in rounds with
   * fewer than 2,000 choices, up to 200,000.
   */
  readonly effort?: number;
  /** Called before each step. */
  readonly onProgress?: (progress: ExplainProgress) => void;
  /** Stops between two steps by throwing its reason. */
  readonly signal?: AbortSignal;
}

/** How far an explanation is. */
export interface ExplainProgress {
  /** Steps done, and steps in all. */
  readonly done: number;
  readonly of: number;
  /** What is worked out next. */
  readonly subject: Subject | "standing";
}

/** Nodes per scenario, at least and at most: a second or some on the machine on which they were chosen. */
const LEAST_EFFORT = 20_000;
const MOST_EFFORT = 200_000;
/** Nodes times choices per scenario: a node takes longer the more choices there are. */
const WORK = 40_000_000;
/** The standing of all applications may take this many times the effort of one scenario. */
const STANDING_PART = 5;
/** All prices together may take this many times the effort of one scenario. */
const PRICES_PART = 8;

/**
 * Explains a decision under `optimal`; docs/formats/explanation.md says what each part is. The same decision and
 * options give the same bytes.
 *
 * @throws RangeError when the decision is under another rule, or an application is not in its round
 */
export async function explain(
  decision: Decision,
  options: ExplainOptions = {},
): Promise<ExplanationDocument> {
  if (decision.rule !== "optimal")
    throw new RangeError(
      `only decisions under "optimal" have an explanation, this one is under "${decision.rule}"`,
    );
  const published = publishedOf(decision);
  const asked = published === null ? { scenarios: [] } : await new Asking(published, options).run();
  const document = {
    format: "voorsprong-explanation/1" as const,
    decision: decision.hash,
    ...asked,
    inversions: published === null ? [] : inversionsOf(published.problem, published.selection),
    groups: published === null ? [] : groupFigures(published.problem, published.selection),
  };
  return { ...document, hash: hashOf(document) };
}

/** Works out standing and scenarios, one after the other. */
class Asking {
  readonly #published: Published;
  readonly #options: ExplainOptions;
  readonly #applications: readonly string[];
  readonly #effort: number;
  /** Selections to begin with: the outcome, and what other scenarios found. */
  readonly #known: (readonly number[])[];
  #done = 0;
  #of = 0;

  constructor(published: Published, options: ExplainOptions) {
    this.#published = published;
    this.#options = options;
    this.#effort = options.effort ?? effortFor(published.problem.choices.length);
    this.#known = [published.selection];
    this.#applications = unfundedOf(published, options.applications ?? []);
  }

  async run(): Promise<Pick<ExplanationDocument, "standing" | "scenarios">> {
    this.#of = 2 * this.#applications.length;
    const standing = this.#options.standing === false ? null : await this.#standing();
    const prices = this.#options.prices === false ? [] : await this.#prices();
    const scenarios = [...prices, ...(await this.#answers())];
    return { ...(standing === null ? {} : { standing }), scenarios };
  }

  async #standing(): Promise<Standing | null> {
    this.#of += 1;
    await this.#step("standing");
    return standingOf(this.#published, STANDING_PART * this.#effort);
  }

  /**
   * The price of the shares together, of the limits that the proof does not need, and of each other limit. What a
   * scenario without limits shows to cost nothing is not asked again for each of them.
   */
  async #prices(): Promise<readonly Scenario[]> {
    const shares = sharesQuestion(this.#published);
    const questions = priceQuestions(this.#published);
    const all = (shares === null ? 0 : 1) + 2 * questions.length;
    const nodes = Math.max(1, Math.min(this.#effort, Math.floor((PRICES_PART * this.#effort) / all)));
    this.#of += all;
    const together = await this.#ask(shares, nodes);
    const free = freeLimits(this.#published);
    const sharesAreFree = together !== null && isFree(this.#published, together);
    const scenarios = [together, free];
    for (const question of questions) {
      if (sharesAreFree && question.isShare) this.#done += 2;
      else scenarios.push(...(await this.#price(question, nodes)));
    }
    return scenarios.filter((scenario) => scenario !== null);
  }

  async #price({ looser, without }: PriceQuestions, nodes: number): Promise<readonly (Scenario | null)[]> {
    const all = await this.#ask(without, nodes);
    if (all !== null && isFree(this.#published, all)) {
      this.#done += 1;
      return [all];
    }
    return [await this.#ask(looser, nodes), all];
  }

  async #answers(): Promise<readonly Scenario[]> {
    const scenarios: Scenario[] = [];
    for (const application of this.#applications) {
      await this.#step({ application, question: "points" });
      const points = pointsScenario(this.#published, application, this.#effort);
      if (points !== null) scenarios.push(points);
      await this.#step({ application, question: "cost", at: 0 });
      scenarios.push(...costScenarios(this.#published, application, this.#effort));
    }
    return scenarios;
  }

  async #ask(question: Question | null, nodes: number): Promise<Scenario | null> {
    if (question === null) {
      this.#done += 1;
      return null;
    }
    const { subject, edits } = question;
    await this.#step(subject);
    // Fewer limits allow what was allowed before, and what was found with fewer may do with more.
    const scenario = scenarioOf(this.#published, edits, { nodes, starts: this.#known });
    if (scenario?.outcome.status === "decided")
      this.#known.push(selectionWith(this.#published, scenario.outcome.remove, scenario.outcome.add));
    return scenario === null ? null : { subject, ...scenario };
  }

  async #step(subject: Subject | "standing"): Promise<void> {
    this.#options.onProgress?.({ done: this.#done, of: this.#of, subject });
    this.#done += 1;
    await breathe(this.#options.signal);
  }
}

/** The default effort for a round with so many choices. */
function effortFor(choices: number): number {
  return Math.min(MOST_EFFORT, Math.max(LEAST_EFFORT, Math.floor(WORK / choices)));
}

/** The named applications that got nothing, in canonical order without doubles. */
function unfundedOf({ round, problem, selection }: Published, ids: readonly string[]): readonly string[] {
  const places = new Map(round.applications.map(({ id }, place) => [id, place]));
  for (const id of ids) if (!places.has(id)) throw new RangeError(`the round has no application "${id}"`);
  const funded = new Set(selection.map((choice) => problem.choices[choice]!.application));
  return [...new Set(ids)]
    .map((id) => places.get(id)!)
    .filter((place) => !funded.has(place))
    .sort((a, b) => a - b)
    .map((place) => round.applications[place]!.id);
}
