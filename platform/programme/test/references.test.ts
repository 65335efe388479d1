/**
 * References that lead nowhere or that disagree.
 * Each case breaks the valid programme in one place and states every problem that follows.
 */
import { describeProblems } from "./support.js";

describeProblems("references", [
  {
    name: "a clause that does not exist",
    file: "funds/research.yaml",
    from: "clause: innovation.research",
    to: "clause: innovation.reserch",
    problems: [
      "funds/research.yaml:4:9 there is no clause `innovation.reserch` (did you mean `innovation.research`?); expected one of `innovation.research`",
      "points/innovation.yaml:8:37 the fund `research` carries out the clause `innovation.reserch`; expected a fund whose `clause` is `innovation.research`",
    ],
  },
  {
    name: "an envelope that does not exist",
    file: "funds/research.yaml",
    from: "envelope: research",
    to: "envelope: reserch",
    problems: [
      "funds/research.yaml:5:11 there is no envelope `reserch` (did you mean `research`?); expected one of `research`",
    ],
  },
  {
    name: "a fund that does not exist",
    file: "points/innovation.yaml",
    from: "id: research }]",
    to: "id: reseach }]",
    problems: [
      "funds/research.yaml:4:9 the clause `innovation.research` does not name the fund `research`; expected `{ kind: fund, id: research }` among its instruments",
      "points/innovation.yaml:8:37 there is no fund `reseach` (did you mean `research`?); expected one of `research`",
    ],
  },
  {
    name: "a fund that its clause does not name",
    file: "points/innovation.yaml",
    from: "    instruments: [{ kind: fund, id: research }]\n",
    to: "    planned: true\n",
    problems: [
      "funds/research.yaml:4:9 the clause `innovation.research` does not name the fund `research`; expected `{ kind: fund, id: research }` among its instruments",
    ],
  },
  {
    name: "a theme that does not exist",
    file: "funds/research.yaml",
    from: "value: energy",
    to: "value: enrgy",
    problems: [
      "funds/research.yaml:13:39 this fund has no theme `enrgy` (did you mean `energy`?); expected one of `energy`, `care`",
    ],
  },
  {
    name: "a region and a budget that do not exist",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: share, tag: region, value: Friesland, min: 1%, budget: 2030, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:40 this fund has no region `Friesland`; expected one of `Groningen`, `Drenthe`",
      "funds/research.yaml:13:68 this fund has no budget `2030`; expected one of `2027`, `2028`",
    ],
  },
  {
    name: "a size class that does not exist",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: count, tag: size, value: smal, min: 1, reason: { nl: D, en: B } }\n",
    problems: [
      "funds/research.yaml:13:38 this fund has no size class `smal` (did you mean `small`?); expected one of `small`, `large`",
    ],
  },
  {
    name: "a region that the fund is not open to",
    file: "funds/research.yaml",
    from: "  - { kind: share, tag: theme, value: energy, min: 10%, reason: { nl: Daarom., en: Because. } }\n",
    to: "  - { kind: count, tag: region, value: Drenthe, min: 1, reason: { nl: D, en: B } }\nregions: [Groningen]\n",
    problems: ["funds/research.yaml:13:40 this fund has no region `Drenthe`; expected one of `Groningen`"],
  },
  {
    name: "a list of regions with one that does not exist",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rule: optimal\nregions: [Groningen, Drente]",
    problems: [
      "funds/research.yaml:15:22 there is no region `Drente` (did you mean `Drenthe`?); expected one of `Groningen`, `Drenthe`",
    ],
  },
  {
    name: "a list of size classes with one that does not exist",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rule: optimal\nsizes: [small, big]",
    problems: ["funds/research.yaml:15:16 there is no size class `big`; expected one of `small`, `large`"],
  },
  {
    name: "a call for a budget that does not exist",
    file: "funds/research.yaml",
    from: "budgets: [2027] }",
    to: "budgets: [2026] }",
    problems: [
      "funds/research.yaml:17:112 this fund has no budget `2026` (did you mean `2027`?); expected one of `2027`, `2028`",
    ],
  },
  {
    name: "a point without a file",
    file: "programme.yaml",
    from: "points: [innovation]",
    to: "points: [innovation, people]",
    problems: [
      "programme.yaml:10:22 there is no file in `points/` for the point `people`; expected one of `innovation`",
    ],
  },
  {
    name: "a clause in another point",
    file: "points/innovation.yaml",
    from: "id: innovation.research",
    to: "id: people.research",
    problems: [
      "funds/research.yaml:4:9 there is no clause `innovation.research`; expected one of `people.research`",
      "points/innovation.yaml:5:9 the clause `people.research` stands in the point `innovation`; expected an id that begins with `innovation.`",
      "points/innovation.yaml:8:37 the fund `research` carries out the clause `innovation.research`; expected a fund whose `clause` is `people.research`",
    ],
  },
  {
    name: "a source that does not exist",
    file: "programme.yaml",
    from: "source: accord",
    to: "source: acord",
    problems: [
      "programme.yaml:7:84 there is no source `acord` (did you mean `accord`?); expected one of `accord`",
    ],
  },
  {
    name: "a source of a target that does not exist",
    file: "points/innovation.yaml",
    from: "hard: true\n        source: accord",
    to: "hard: true\n        source: pact",
    problems: ["points/innovation.yaml:22:17 there is no source `pact`; expected one of `accord`"],
  },
]);
