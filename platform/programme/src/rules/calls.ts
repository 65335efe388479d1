/** Calls close after they open, do not overlap, and award each budget once and in time. */
import type { FundFile } from "../assemble.js";
import type { Problem } from "../problem.js";
import { entries, type Part, type Parts, problemAt } from "./parts.js";

function callsOf({ document, value }: Part<FundFile>): Problem[] {
  const problems: Problem[] = [];
  const awardedBy = new Map<string, string>();
  const all = entries(document, ["calls"], value.calls);
  all.forEach(({ path, value: call }, index) => {
    const { id = "", opens, closes } = call;
    if (opens !== undefined && closes !== undefined && closes.instant <= opens.instant) {
      const message = `the call \`${id}\` closes before it opens`;
      problems.push(
        problemAt(
          { document, path: [...path, "closes"] },
          message,
          `a moment after ${opens.local.replace("T", " ")}`,
        ),
      );
    } else if (opens !== undefined && closes !== undefined) {
      const other = all.slice(0, index).find(({ value: earlier }) => {
        if (earlier.opens === undefined || earlier.closes === undefined) return false;
        return opens.instant < earlier.closes.instant && earlier.opens.instant < closes.instant;
      });
      if (other !== undefined) {
        const message = `the call \`${id}\` overlaps the call \`${other.value.id ?? ""}\` of the same fund`;
        const { opens: from, closes: to } = other.value;
        const expected = `a period that ends by ${from?.local.replace("T", " ")} or begins at ${to?.local.replace("T", " ")} or later`;
        problems.push(problemAt({ document, path: [...path, "opens"] }, message, expected));
      }
    }
    for (const found of entries(document, [...path, "budgets"], call.budgets)) {
      const earlier = awardedBy.get(found.value);
      if (earlier !== undefined && earlier !== id) {
        const message = `the call \`${earlier}\` awards the budget \`${found.value}\` already`;
        problems.push(problemAt(found, message, "a budget that no other call awards"));
      }
      awardedBy.set(found.value, earlier ?? id);
      const year = value.budgets?.find((budget) => budget?.id === found.value)?.year;
      if (year !== undefined && opens !== undefined && Number(opens.local.slice(0, 4)) > year) {
        const message = `the year of the budget \`${found.value}\` is over when the call \`${id}\` opens`;
        problems.push(problemAt(found, message, `a budget of ${opens.local.slice(0, 4)} or later`));
      }
    }
  });
  return problems;
}

/** The calls of every fund can be held. */
export function checkCalls(parts: Parts): Problem[] {
  return parts.funds.flatMap(callsOf);
}
