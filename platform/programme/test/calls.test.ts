/** Calls that cannot be held. Each case breaks the valid programme in one place and states every problem that follows. */
import { describeProblems } from "./support.js";

describeProblems("calls", [
  {
    name: "a call that closes when it opens",
    file: "funds/research.yaml",
    from: "closes: 2027-03-01 17:00",
    to: "closes: 2027-01-15 09:00",
    problems: [
      "funds/research.yaml:17:84 the call `research-2027` closes before it opens; expected a moment after 2027-01-15 09:00",
    ],
  },
  {
    name: "two calls at one time",
    file: "funds/research.yaml",
    from: "closes: 2027-03-01 17:00",
    to: "closes: 2028-02-01 17:00",
    problems: [
      "funds/research.yaml:18:58 the call `research-2028` overlaps the call `research-2027` of the same fund; expected a period that ends by 2027-01-15 09:00 or begins at 2028-02-01 17:00 or later",
    ],
  },
  {
    name: "a budget in two calls",
    file: "funds/research.yaml",
    from: "budgets: [2027] }",
    to: "budgets: [2027, 2028] }",
    problems: [
      "funds/research.yaml:18:112 the call `research-2027` awards the budget `2028` already; expected a budget that no other call awards",
    ],
  },
  {
    name: "a budget of a year that is over",
    file: "funds/research.yaml",
    from: "budgets: [2028] }",
    to: "budgets: [2027] }",
    problems: [
      "funds/research.yaml:18:112 the call `research-2027` awards the budget `2027` already; expected a budget that no other call awards",
      "funds/research.yaml:18:112 the year of the budget `2027` is over when the call `research-2028` opens; expected a budget of 2028 or later",
    ],
  },
]);
