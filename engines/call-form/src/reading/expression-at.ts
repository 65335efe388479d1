/** Reports the errors of an expression in a call, with their place in it. */
import type { Form } from "../definition/question.js";
import { checkExpression, type Looked } from "../expression/check-expression.js";
import { type Place, report } from "./kit.js";

/** Checks an expression and answers what it looks at; empty when it has an error. */
export function checkExpressionAt(form: Form, expression: string, at: Place): readonly Looked[] {
  const check = checkExpression(form, expression);
  if (check.ok) return check.looksAt;
  for (const { code, start, end, text } of check.errors)
    report(at, `expression:${code}`, text, { start, end });
  return [];
}
