import { checkDeMinimis } from "../de-minimis/check.js";
import { roomOn } from "../de-minimis/window.js";
import type { Assumption, Finding, Line } from "../model/common.js";
import { partOf, sumOf } from "../model/exact.js";
import { euro, fill, percent } from "../model/words.js";
import { type CellAmount, fit, grantOf, type Limited } from "./amounts.js";
import { type Cell, undertakingOf } from "./cells.js";
import type { AidProject, Participant } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

/** The rate that a cell gets for innovation advice, and the room in three years where the higher rate is used. */
export interface AdvisoryChoice {
  readonly rate: number;
  readonly room: number | null;
}

function members(project: AidProject, undertaking: string): readonly Participant[] {
  return project.participants.filter((each) => undertakingOf(each) === undertaking);
}

/**
 * Art. 28(4): advice and support may be paid in full as long as the undertaking gets at most EUR 220,000 for it in
 * any three years. Where the base rate gives more than what is left of that room, the base rate is used.
 */
export function advisoryChoices(
  project: AidProject,
  cells: readonly Cell[],
): ReadonlyMap<string, AdvisoryChoice & { readonly undertaking: string }> {
  const choices = new Map<string, AdvisoryChoice & { undertaking: string }>();
  for (const cell of cells) {
    const full = cell.rule.result.threeYears;
    const undertaking = undertakingOf(cell.participant);
    if (full === undefined || choices.has(undertaking)) continue;
    const own = cells.filter(
      (each) => each.rule.result.threeYears !== undefined && undertakingOf(each.participant) === undertaking,
    );
    const earlier = members(project, undertaking).flatMap(({ advisoryAid }) => advisoryAid ?? []);
    const room = roomOn(project.grantingDay, earlier, full.cents);
    const costs = sumOf(own.map(({ eligible }) => eligible));
    const base = cell.rule.result.base[0]!.rate;
    const inFull = Math.min(partOf(costs, full.rate), room);
    choices.set(
      undertaking,
      inFull > sumOf(own.map(({ eligible }) => partOf(eligible, base)))
        ? { undertaking, rate: full.rate, room }
        : { undertaking, rate: base, room: null },
    );
  }
  return choices;
}

/** Keeps aid for advice at the full rate within the room of three years. */
export function limitAdvisory(
  choices: ReturnType<typeof advisoryChoices>,
  before: readonly CellAmount[],
): Limited {
  let amounts = before;
  const lines: Line[] = [];
  for (const { undertaking, room } of choices.values()) {
    if (room === null) continue;
    const concerns = ({ cell }: CellAmount) =>
      cell.rule.result.threeYears !== undefined && undertakingOf(cell.participant) === undertaking;
    const first = amounts.find(concerns)!.cell;
    const full = first.rule.result.threeYears!;
    const now = grantOf(amounts, concerns);
    amounts = fit(amounts, concerns, room, { by: "advisory-room", article: full.article });
    lines.push({
      step: "advisory-room",
      participant: first.participant.id,
      text: fill(GRANT_TEXTS.advisoryRoom, {
        rate: percent(full.rate),
        ceiling: euro(full.cents),
        room: euro(room),
      }),
      article: full.article,
      mark: "K",
      result: { unit: "cents", value: grantOf(amounts, concerns) - now || 0 },
    });
  }
  return { amounts, lines };
}

/** Keeps de minimis aid within the room of each single undertaking. */
export function limitDeMinimis(
  project: AidProject,
  before: readonly CellAmount[],
): Limited & { readonly findings: readonly Finding[]; readonly assumptions: readonly Assumption[] } {
  let amounts = before;
  const lines: Line[] = [];
  const findings: Finding[] = [];
  const assumptions: Assumption[] = [];
  const isDeMinimis = ({ cell }: CellAmount) => cell.rule.id === "de-minimis";
  const undertakings = new Set(before.filter(isDeMinimis).map(({ cell }) => undertakingOf(cell.participant)));
  for (const undertaking of undertakings) {
    const concerns = (amount: CellAmount) =>
      isDeMinimis(amount) && undertakingOf(amount.cell.participant) === undertaking;
    const first = amounts.find(concerns)!.cell.participant;
    const together = members(project, undertaking);
    const result = checkDeMinimis({
      day: project.grantingDay,
      enterprise: first.id,
      // The caller's list is already of the single undertaking, so every entry counts for it.
      aid: together
        .flatMap(({ deMinimisAid }) => deMinimisAid ?? [])
        .map((aid) => ({ ...aid, enterprise: first.id })),
      asked: grantOf(amounts, concerns),
    });
    amounts = fit(amounts, concerns, result.grantable, {
      by: "de-minimis",
      article: result.lines[0]!.article,
    });
    lines.push(...result.lines);
    findings.push(...result.findings);
    assumptions.push(...result.assumptions);
    if (together.every(({ deMinimisAid }) => deMinimisAid === undefined))
      assumptions.push({
        id: `de-minimis-unstated-${first.id}`,
        covers: first.id,
        text: fill(GRANT_TEXTS.deMinimisUnstated, { name: first.name || first.id }),
      });
  }
  return { amounts, lines, findings, assumptions };
}
