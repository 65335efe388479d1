/** Ids that are used twice. Each case breaks the valid programme in one place and states every problem that follows. */
import { describeProblems } from "./support.js";

describeProblems("ids", [
  {
    name: "a file that is called by another id",
    file: "funds/research.yaml",
    from: "id: research\n",
    to: "id: other\n",
    problems: [
      "funds/research.yaml:1:5 the file is called `research` and its id is `other`; expected `research`, or a file called `other.yaml`",
    ],
  },
  {
    name: "two themes",
    file: "funds/research.yaml",
    from: "id: care",
    to: "id: energy",
    problems: [
      "funds/research.yaml:11:11 the theme `energy` is there already (funds/research.yaml:10); expected an id that is used once",
    ],
  },
  {
    name: "two budgets",
    file: "funds/research.yaml",
    from: "{ id: 2028",
    to: "{ id: 2027",
    problems: [
      "funds/research.yaml:8:11 the budget `2027` is there already (funds/research.yaml:7); expected an id that is used once",
      "funds/research.yaml:18:112 this fund has no budget `2028` (did you mean `2027`?); expected one of `2027`",
    ],
  },
  {
    name: "two calls",
    file: "funds/research.yaml",
    from: "id: research-2028",
    to: "id: research-2027",
    problems: [
      "funds/research.yaml:18:11 the call `research-2027` is there already (funds/research.yaml:17); expected an id that is used once",
    ],
  },
  {
    name: "two regions",
    file: "programme.yaml",
    from: "id: Drenthe",
    to: "id: Groningen",
    problems: [
      "programme.yaml:13:11 the region `Groningen` is there already (programme.yaml:12); expected an id that is used once",
    ],
  },
  {
    name: "two region codes",
    file: "programme.yaml",
    from: "NL-DR",
    to: "NL-GR",
    problems: [
      "programme.yaml:13:26 another region has the code `NL-GR` as well; expected the code of this region",
    ],
  },
  {
    name: "two size classes",
    file: "programme.yaml",
    from: "id: large",
    to: "id: small",
    problems: [
      "programme.yaml:16:11 the size class `small` is there already (programme.yaml:15); expected an id that is used once",
    ],
  },
  {
    name: "two sources",
    file: "programme.yaml",
    from: "points: [",
    to: "  - { id: accord, title: { nl: B, en: B } }\npoints: [",
    problems: [
      "programme.yaml:10:11 the source `accord` is there already (programme.yaml:9); expected an id that is used once",
    ],
  },
  {
    name: "two figures",
    file: "programme.yaml",
    from: "sources:\n",
    to: "    - { id: companies, title: { nl: b, en: b }, value: 1, source: accord }\nsources:\n",
    problems: [
      "programme.yaml:8:13 the figure `companies` is there already (programme.yaml:7); expected an id that is used once",
    ],
  },
  {
    name: "a point named twice",
    file: "programme.yaml",
    from: "points: [innovation]",
    to: "points: [innovation, innovation]",
    problems: ["programme.yaml:10:22 `innovation` is named twice in this list; expected each value once"],
  },
  {
    name: "a region named twice",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rule: optimal\nregions: [Groningen, Groningen]",
    problems: ["funds/research.yaml:15:22 `Groningen` is named twice in this list; expected each value once"],
  },
  {
    name: "a budget named twice in a call",
    file: "funds/research.yaml",
    from: "budgets: [2027] }",
    to: "budgets: [2027, 2027] }",
    problems: ["funds/research.yaml:17:118 `2027` is named twice in this list; expected each value once"],
  },
  {
    name: "a tag named twice",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rule: optimal\nseveral: [size, size]",
    problems: ["funds/research.yaml:15:17 `size` is named twice in this list; expected each value once"],
  },
  {
    name: "two clauses",
    file: "points/innovation.yaml",
    from: "    targets:",
    to: "  - id: innovation.research\n    title: { nl: O, en: O }\n    text: { nl: O, en: O }\n    planned: true\n    targets:",
    problems: [
      "points/innovation.yaml:16:9 the clause `innovation.research` is there already (points/innovation.yaml:5); expected an id that is used once",
    ],
  },
  {
    name: "two targets",
    file: "points/innovation.yaml",
    from: "        hard: true\n        source: accord\n",
    to: "        hard: true\n        source: accord\n      - { id: share, title: { nl: a, en: a }, to: 5, hard: false, source: accord }\n",
    problems: [
      "points/innovation.yaml:23:15 the target `share` is there already (points/innovation.yaml:17); expected an id that is used once",
    ],
  },
  {
    name: "an instrument named twice",
    file: "points/innovation.yaml",
    from: "id: research }]",
    to: "id: research }, { kind: fund, id: research }]",
    problems: [
      "points/innovation.yaml:8:67 the instrument `research` is there already (points/innovation.yaml:8); expected an id that is used once",
    ],
  },
]);
