import type { Finding } from "../model/common.js";
import { dayWords, fill } from "../model/words.js";
import { type Cell, isGber } from "./cells.js";
import type { AidProject, Participant } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

function named(participant: Participant) {
  return { name: participant.name || participant.id };
}

/** Obstacles that take all aid under the GBER away from one participant (Art. 1(4)(a) and 1(4)(c)). */
function participantGates(participant: Participant): readonly Finding[] {
  const finding = (id: string, text: "difficulty" | "recovery", article: string): Finding => ({
    id,
    kind: "obstacle",
    participant: participant.id,
    text: fill(GRANT_TEXTS[text], named(participant)),
    article,
    mark: "K",
  });
  return [
    ...(participant.inDifficulty === true
      ? [finding("in-difficulty", "difficulty", "GBER Art. 1(4)(c), 2(18)")]
      : []),
    ...(participant.recoveryOrder === true
      ? [finding("recovery-order", "recovery", "GBER Art. 1(4)(a)")]
      : []),
  ];
}

/** The incentive effect: a written application before the works start (Art. 6). */
function incentiveGates(project: AidProject): readonly Finding[] {
  const { startOfWorks, appliedOn } = project;
  const finding = (
    id: string,
    kind: Finding["kind"],
    text: "startUnknown" | "startedBefore" | "startedSameDay",
  ) => [
    {
      id,
      kind,
      text: fill(GRANT_TEXTS[text], {
        start: startOfWorks === undefined ? "" : dayWords(startOfWorks),
        applied: appliedOn === undefined ? "" : dayWords(appliedOn),
      }),
      article: "GBER Art. 6(2)",
      mark: "K" as const,
    },
  ];
  if (startOfWorks === undefined) return finding("start-unknown", "warning", "startUnknown");
  if (appliedOn === undefined || startOfWorks > appliedOn) return [];
  return startOfWorks < appliedOn
    ? finding("started-before", "obstacle", "startedBefore")
    : finding("started-same-day", "warning", "startedSameDay");
}

function adHocGates(project: AidProject, participants: readonly Participant[]): readonly Finding[] {
  if (project.facts?.adHoc !== true) return [];
  return participants
    .filter(({ size }) => size === "large")
    .map((participant) => ({
      id: "ad-hoc-large",
      kind: "warning",
      participant: participant.id,
      text: fill(GRANT_TEXTS.adHocLarge, named(participant)),
      article: "GBER Art. 6(3)",
      mark: "K",
    }));
}

/** The conditions of the GBER that are about the project and its participants instead of an article's rate. */
export function gatesOf(project: AidProject, cells: readonly Cell[]): readonly Finding[] {
  const gber = cells.filter(({ rule }) => isGber(rule));
  if (gber.length === 0) return [];
  const participants = [...new Set(gber.map(({ participant }) => participant))];
  return [
    ...participants.flatMap(participantGates),
    ...incentiveGates(project),
    ...adHocGates(project, participants),
  ];
}

/** Whether a gate closes a cell. */
export function isClosed(cell: Cell, gates: readonly Finding[]): boolean {
  return (
    isGber(cell.rule) &&
    gates.some(
      ({ kind, participant }) =>
        kind === "obstacle" && (participant === undefined || participant === cell.participant.id),
    )
  );
}
