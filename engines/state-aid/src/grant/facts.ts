import { isSme, type Localised } from "../model/common.js";
import type { Condition, FactName } from "../rules/rule.js";
import type { Cell } from "./cells.js";
import { collaboratesWithSmes, effectiveCollaboration, type Outcome, statesOf } from "./collaboration.js";
import type { AidProject } from "./project.js";
import { GRANT_TEXTS } from "./texts.js";

/** The facts of a project, asked per cell. */
export interface Facts {
  holds(fact: FactName, cell: Cell): boolean;
  /** How a fact was established on numbers; undefined when it was stated. */
  reason(fact: FactName): Localised | undefined;
}

/** Costs that count for collaboration: industrial and fundamental research and experimental development. */
export function isResearchProject(cell: Cell): boolean {
  return ["25-fundamental", "25-industrial", "25-experimental"].includes(cell.rule.id);
}

/**
 * Work packages of the classes of Art. 25 count for collaboration whoever carries them out: a research organisation
 * whose work is not economic bears costs of the project too, although its own funding is no aid.
 */
function inResearch(cell: Cell): boolean {
  return ["25-fundamental", "25-industrial", "25-experimental"].includes(cell.workPackage.basis);
}

function severalStates(
  project: AidProject,
  cells: readonly Cell[],
  collaborating: Outcome,
  cell: Cell,
): boolean {
  const claim = project.facts?.severalStates;
  if (claim === undefined || !claim.openCall || claim.designedBy < 3 || !collaborating.holds) return false;
  const states = statesOf(cells.map(({ participant }) => participant));
  return (
    states >= (isSme(cell.participant.size) ? 2 : 3) &&
    (claim.disseminatedIn >= 3 || project.facts?.openLicence === true)
  );
}

/** Establishes the facts of a project on its costs and claims. */
export function factsOf(project: AidProject, cells: readonly Cell[]): Facts {
  const research = cells.filter(inResearch);
  const collaboration = effectiveCollaboration(research);
  const withSmes = collaboratesWithSmes(cells.filter(({ workPackage }) => workPackage.basis === "29"));
  const stated = project.facts ?? {};
  const tests: Readonly<Record<FactName, (cell: Cell) => boolean>> = {
    effectiveCollaboration: () => collaboration.holds,
    widelyDisseminated: () => stated.widelyDisseminated === true,
    openLicence: () => stated.openLicence === true,
    areaA: () => stated.areaA === true,
    areaC: () => stated.areaC === true,
    severalStatesProject: (cell) => severalStates(project, research, collaboration, cell),
    severalStatesFund: () => stated.severalStatesFund === true,
    crossBorder: () => stated.crossBorder === true,
    smeCapacity: () => stated.smeCapacity === true,
    operationWithinTenYears: (cell) => (cell.workPackage.operationYears ?? 0) <= 10,
    collaboratesWithSmes: () => withSmes.holds,
    disadvantagedWorkers: (cell) => cell.workPackage.disadvantagedWorkers === true,
    maritime: (cell) => cell.workPackage.maritime === true,
    repayable: () => stated.repayable === true,
  };
  return {
    holds: (fact, cell) => tests[fact](cell),
    reason: (fact) =>
      fact === "effectiveCollaboration"
        ? collaboration.text
        : fact === "collaboratesWithSmes"
          ? withSmes.text
          : fact === "operationWithinTenYears"
            ? GRANT_TEXTS.tenYears
            : undefined,
  };
}

/** Whether a condition holds for a cell. */
export function meets(condition: Condition | undefined, cell: Cell, facts: Facts): boolean {
  if (condition === undefined) return true;
  if ("size" in condition) return condition.size.includes(cell.participant.size);
  if ("fact" in condition) return facts.holds(condition.fact, cell);
  if ("any" in condition) return condition.any.some((each) => meets(each, cell, facts));
  return condition.all.every((each) => meets(each, cell, facts));
}

/** The facts a condition asks about. */
export function factsIn(condition: Condition | undefined): readonly FactName[] {
  if (condition === undefined || "size" in condition) return [];
  if ("fact" in condition) return [condition.fact];
  return ("any" in condition ? condition.any : condition.all).flatMap(factsIn);
}
