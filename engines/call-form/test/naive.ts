/** A second, naive way to tell which questions are asked, what is wrong and what a condition says. */
import type { Answer, Answers } from "@voorsprong/call-form";

/** True, false, or null: cannot be told. */
export type Told = boolean | null;

/** A condition over answers, as a tree of its own. */
export type Condition =
  | { readonly is: "at-least"; readonly question: string; readonly bound: number }
  | { readonly is: "equals"; readonly question: string; readonly value: string }
  | { readonly is: "yes"; readonly question: string }
  | { readonly is: "answered"; readonly question: string }
  | { readonly is: "not"; readonly of: Condition }
  | { readonly is: "and" | "or"; readonly left: Condition; readonly right: Condition };

/** The condition in the expression language. */
export function written(condition: Condition): string {
  switch (condition.is) {
    case "at-least":
      return `answers.${condition.question} >= ${condition.bound}`;
    case "equals":
      return `answers.${condition.question} == ${JSON.stringify(condition.value)}`;
    case "yes":
      return `answers.${condition.question}`;
    case "answered":
      return `has(answers.${condition.question})`;
    case "not":
      return `!(${written(condition.of)})`;
    default:
      return `(${written(condition.left)} ${condition.is === "and" ? "&&" : "||"} ${written(condition.right)})`;
  }
}

/** Kleene's three-valued logic: what is not known matters only where it decides. */
export function tell(condition: Condition, answers: Answers): Told {
  switch (condition.is) {
    case "and":
    case "or": {
      const sides = [tell(condition.left, answers), tell(condition.right, answers)];
      const decides = condition.is === "or";
      if (sides.includes(decides)) return decides;
      return sides.includes(null) ? null : !decides;
    }
    case "not": {
      const inner = tell(condition.of, answers);
      return inner === null ? null : !inner;
    }
    case "answered":
      return answers[condition.question] !== undefined;
    default: {
      const answer = answers[condition.question];
      if (answer === undefined) return null;
      if (condition.is === "at-least") return (answer as number) >= condition.bound;
      return condition.is === "yes" ? (answer as boolean) : answer === condition.value;
    }
  }
}

/** A question of the random form. */
export interface NaiveQuestion {
  readonly id: string;
  readonly kind: "number" | "choice" | "yes-no";
  readonly when: Condition | null;
  readonly required: boolean;
}

/** The error code of an answer on its own; null when it is right. */
function fault({ kind }: NaiveQuestion, answer: Answer): string | null {
  if (kind === "number")
    return typeof answer !== "number" || !Number.isInteger(answer)
      ? "type"
      : answer > 9
        ? "maximum"
        : answer < 0
          ? "minimum"
          : null;
  if (kind === "choice") return answer === "a" || answer === "b" ? null : "enum";
  return typeof answer === "boolean" ? null : "type";
}

/** Question by question: asked or not, and the error code or null. */
export function judge(
  questions: readonly NaiveQuestion[],
  answers: Answers,
): ReadonlyMap<string, string | null> {
  const seen: Record<string, Answer> = {};
  const verdict = new Map<string, string | null>();
  for (const question of questions) {
    if (question.when !== null && tell(question.when, seen) !== true) continue;
    const answer = answers[question.id];
    if (answer === undefined || answer === null)
      verdict.set(question.id, question.required ? "missing" : null);
    else {
      const wrong = fault(question, answer);
      verdict.set(question.id, wrong);
      // A wrong number or text still has its own kind; conditions see it, as the applicant does.
      const kinds = {
        number: Number.isInteger(answer),
        choice: typeof answer === "string",
        "yes-no": typeof answer === "boolean",
      };
      if (kinds[question.kind]) seen[question.id] = answer;
    }
  }
  return verdict;
}
