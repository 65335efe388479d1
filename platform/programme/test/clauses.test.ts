/** Clauses that nothing carries out. Each case breaks the valid programme in one place and states every problem that follows. */
import { describeProblems } from "./support.js";

describeProblems("clauses", [
  {
    name: "neither an instrument nor planned",
    file: "points/innovation.yaml",
    from: "    instruments: [{ kind: fund, id: research }]\n",
    to: "",
    problems: [
      "funds/research.yaml:4:9 the clause `innovation.research` does not name the fund `research`; expected `{ kind: fund, id: research }` among its instruments",
      "points/innovation.yaml:5:9 the clause `innovation.research` has no instrument and is not marked as planned; expected `instruments`, or `planned`",
    ],
  },
  {
    name: "an instrument and planned without a reason",
    file: "points/innovation.yaml",
    from: "    instruments: [{ kind: fund, id: research }]\n",
    to: "    instruments: [{ kind: fund, id: research }]\n    planned: true\n",
    problems: [
      "points/innovation.yaml:9:14 a clause with an instrument is called planned without a reason; expected a text in two languages that says what is not running yet, or no `planned`",
    ],
  },
  {
    name: "a target that changes its unit",
    file: "points/innovation.yaml",
    from: "        to: 5%",
    to: "        to: 5",
    problems: [
      "points/innovation.yaml:19:15 the target starts at a percentage and ends at a whole number; expected a whole number, as in `to`",
    ],
  },
]);
