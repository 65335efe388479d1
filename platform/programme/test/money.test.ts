/** Money that does not add up. Each case breaks the valid programme in one place and states every problem that follows. */
import { describeProblems } from "./support.js";

describeProblems("money", [
  {
    name: "a period that ends before it begins",
    file: "points/innovation.yaml",
    from: "        to: 2029",
    to: "        to: 2026",
    problems: [
      "points/innovation.yaml:14:13 the period ends in 2026, before it begins in 2027; expected 2027 or later",
    ],
  },
  {
    name: "budgets above the envelope",
    file: "funds/research.yaml",
    from: "EUR 100 }",
    to: "EUR 100.01 }",
    problems: [
      "points/innovation.yaml:12:17 the budgets of `research` come to EUR 300.01 and the envelope `research` to EUR 300; expected budgets that are EUR 0.01 lower",
    ],
  },
  {
    name: "budgets below the envelope",
    file: "funds/research.yaml",
    from: "EUR 100 }",
    to: "EUR 99 }",
    problems: [
      "points/innovation.yaml:12:17 the budgets of `research` come to EUR 299 and the envelope `research` to EUR 300; expected budgets that are EUR 1 higher, or this amount as `reserve`",
    ],
  },
  {
    name: "budgets and a reserve above the envelope",
    file: "points/innovation.yaml",
    from: "        to: 2029\n",
    to: "        to: 2029\n        reserve: EUR 0.50\n",
    problems: [
      "points/innovation.yaml:12:17 the budgets of `research` with the reserve come to EUR 300.50 and the envelope `research` to EUR 300; expected budgets that are EUR 0.50 lower",
    ],
  },
  {
    name: "a reserve above the envelope",
    file: "points/innovation.yaml",
    from: "        to: 2029\n",
    to: "        to: 2029\n        reserve: EUR 400\n",
    problems: [
      "points/innovation.yaml:12:17 the budgets of `research` with the reserve come to EUR 700 and the envelope `research` to EUR 300; expected budgets that are EUR 400 lower",
      "points/innovation.yaml:15:18 the reserve of EUR 400 is more than the envelope; expected at most EUR 300",
    ],
  },
  {
    name: "a budget outside the years of the envelope",
    file: "funds/research.yaml",
    from: "year: 2028",
    to: "year: 2030",
    problems: [
      "funds/research.yaml:8:23 the year 2030 is outside the envelope `research`; expected a year from 2027 to 2029",
    ],
  },
  {
    name: "yearly maxima that do not add up and are exceeded",
    file: "points/innovation.yaml",
    from: "        to: 2029\n",
    to: "        to: 2029\n        years: [{ year: 2027, amount: EUR 90 }, { year: 2028, amount: EUR 200 }]\n",
    problems: [
      "funds/research.yaml:7:37 with this budget, EUR 100 is drawn on the envelope `research` in 2027; expected at most EUR 90: the maximum of 2027 is EUR 90",
      "points/innovation.yaml:15:9 the years come to EUR 290 and the envelope to EUR 300; expected amounts that add up to EUR 300",
    ],
  },
  {
    name: "a draw in a year without money",
    file: "points/innovation.yaml",
    from: "        to: 2029\n",
    to: "        to: 2029\n        years: [{ year: 2027, amount: EUR 300 }]\n",
    problems: [
      "funds/research.yaml:8:37 with this budget, EUR 200 is drawn on the envelope `research` in 2028; expected at most EUR 0: the maximum of 2028 is EUR 0",
    ],
  },
  {
    name: "yearly maxima outside the period, and one twice",
    file: "points/innovation.yaml",
    from: "        to: 2029\n",
    to: "        to: 2029\n        years: [{ year: 2027, amount: EUR 50 }, { year: 2027, amount: EUR 50 }, { year: 2028, amount: EUR 150 }, { year: 2031, amount: EUR 50 }]\n",
    problems: [
      "funds/research.yaml:7:37 with this budget, EUR 100 is drawn on the envelope `research` in 2027; expected at most EUR 50: the maximum of 2027 is EUR 50",
      "funds/research.yaml:8:37 with this budget, EUR 200 is drawn on the envelope `research` in 2028; expected at most EUR 150: the maximum of 2028 is EUR 150",
      "points/innovation.yaml:15:57 the year 2027 is there twice; expected each year once",
      "points/innovation.yaml:15:122 the year 2031 is outside the envelope; expected a year from 2027 to 2029",
    ],
  },
  {
    name: "two budget lines that together exceed a year",
    file: "funds/research.yaml",
    from: "{ id: 2028, year: 2028",
    to: "{ id: 2028, year: 2027",
    problems: [
      "funds/research.yaml:18:112 the year of the budget `2028` is over when the call `research-2028` opens; expected a budget of 2028 or later",
    ],
  },
  {
    name: "two envelopes for the same years",
    file: "points/innovation.yaml",
    from: "    targets:",
    to: "      - { id: more, title: { nl: M, en: M }, amount: EUR 5, from: 2029, to: 2030, reserve: EUR 5, source: accord }\n    targets:",
    problems: [
      "points/innovation.yaml:16:67 the envelopes `research` and `more` overlap in period and scope; expected periods without a common year, or a different `scope` for each",
    ],
  },
  {
    name: "an envelope that nothing draws on",
    file: "points/innovation.yaml",
    from: "    targets:",
    to: "      - { id: more, title: { nl: M, en: M }, amount: EUR 5, from: 2030, to: 2030, source: accord }\n    targets:",
    problems: [
      "points/innovation.yaml:16:15 no fund draws on the envelope `more`; expected a fund that names it, or a `reserve` of its whole amount",
    ],
  },
]);
