/** The steps of the editor, and which step a place in the document belongs to. */

/** The steps in their order. */
export const STEPS = [
  "project",
  "packages",
  "partners",
  "costs",
  "questions",
  "aid",
  "money",
  "submit",
] as const;
export type Step = (typeof STEPS)[number];

/** Whether a text names a step. */
export function isStep(text: unknown): text is Step {
  return (STEPS as readonly unknown[]).includes(text);
}

const PLACES: Readonly<Record<string, Step>> = {
  workPackages: "packages",
  partners: "partners",
  costs: "costs",
  answers: "questions",
  aid: "aid",
  funding: "money",
  requested: "money",
};

/** The step in which a JSON Pointer of the document is filled in. */
export function stepOf(pointer: string): Step {
  return PLACES[pointer.split("/")[1] ?? ""] ?? "project";
}
