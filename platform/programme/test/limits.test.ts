/** Limits that cannot hold. Each case breaks the valid programme in one place and states every problem that follows. */
import { describeProblems } from "./support.js";

describeProblems("limits", [
  {
    name: "neither a floor nor a cap",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: count, tag: size, value: small, reason: { nl: D, en: B } }\n",
    problems: ["funds/research.yaml:13:5 the limit has no `min` and no `max`; expected `min`, `max` or both"],
  },
  {
    name: "a floor above its cap",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: share, tag: theme, value: energy, min: 40%, max: 30%, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:52 the least (40%) is more than the greatest (30%); expected at most 30%",
    ],
  },
  {
    name: "a number above its cap",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: count, tag: size, value: small, min: 5, max: 3, reason: { nl: D, en: B } }\n",
    problems: ["funds/research.yaml:13:50 the least (5) is more than the greatest (3); expected at most 3"],
  },
  {
    name: "an amount above its cap",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: amount, tag: size, value: small, min: EUR 5, max: EUR 4.99, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:51 the least (EUR 5) is more than the greatest (EUR 4.99); expected at most EUR 4.99",
    ],
  },
  {
    name: "one limit twice",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: count, tag: size, value: small, min: 1, reason: { nl: D, en: B } }\n  - { kind: count, tag: size, value: small, max: 9, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:14:38 there is a count limit on the size `small` already (line 13); expected one limit with `min` and `max`",
    ],
  },
  {
    name: "floors above 100%",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: share, tag: theme, value: energy, min: 60%, reason: { nl: D, en: B } }\n  - { kind: share, tag: theme, value: care, min: 0.400000000001, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:14:50 the floors of the themes `energy`, `care` come to 100.0000000001%; expected floors of at most 100% together",
    ],
  },
  {
    name: "caps on every value below 100%",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: share, tag: theme, value: energy, max: 40%, reason: { nl: D, en: B } }\n  - { kind: share, tag: theme, value: care, max: 59.9%, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:14:50 every theme has a cap and the caps come to 99.9%: the rest can never be awarded; expected caps of at least 100% together, or a theme without one",
    ],
  },
  {
    name: "a floor of the awarded above a cap of the budget",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: share, tag: theme, value: energy, min: 40%, reason: { nl: D, en: B } }\n  - { kind: share, tag: theme, value: energy, of: budget, max: 30%, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:52 the least for `energy` (40%) is more than another limit allows (30%, line 14); expected floors and caps on one value that hold together",
    ],
  },
  {
    name: "an amount above the money of a call",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: amount, tag: theme, value: energy, min: EUR 150, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:53 the least for `energy` is more than the EUR 100 of the call `research-2027`; expected at most EUR 100",
    ],
  },
  {
    name: "an amount above one budget",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: amount, tag: theme, value: energy, min: EUR 200.01, budget: 2028, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:53 the least for `energy` is more than the EUR 200 of the call `research-2028`; expected at most EUR 200",
    ],
  },
  {
    name: "an amount and a share above the money of a call",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: amount, tag: theme, value: energy, min: EUR 60, reason: { nl: D, en: B } }\n  - { kind: share, tag: theme, value: care, min: 50%, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:14:50 the floors of the themes `energy`, `care` come to EUR 110; expected floors of at most the EUR 100 of the call `research-2027` together",
    ],
  },
  {
    name: "caps in euros that leave money",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: amount, tag: theme, value: energy, max: EUR 60, reason: { nl: D, en: B } }\n  - { kind: amount, tag: theme, value: care, max: EUR 130, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:14:51 every theme has a cap and the caps come to EUR 190: the rest can never be awarded; expected caps of at least the EUR 200 of the call `research-2028` together, or a theme without one",
    ],
  },
  {
    name: "an amount where no award is allowed",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: count, tag: size, value: small, max: 0, reason: { nl: D, en: B } }\n  - { kind: amount, tag: size, value: small, min: EUR 5, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:14:51 the least for `small` (EUR 5) is more than another limit allows (0, line 13) when the call `research-2027` awards its EUR 100; expected floors and caps on one value that hold together",
      "funds/research.yaml:14:51 the least for `small` (EUR 5) is more than another limit allows (0, line 13) when the call `research-2028` awards its EUR 200; expected floors and caps on one value that hold together",
    ],
  },
]);
