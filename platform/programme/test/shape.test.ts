/**
 * What stands in a file that does not fit its schema, or is no YAML.
 * Each case breaks the valid programme in one place and states every problem that follows.
 */
import { describeProblems } from "./support.js";

describeProblems("shape", [
  {
    name: "a bracket that is not closed",
    file: "funds/research.yaml",
    from: "themes:\n",
    to: "themes:\n  - { id: [\n",
    problems: [
      "funds/research.yaml:11:3 this is not valid YAML: Flow map in block collection must be sufficiently indented and end with a }; expected YAML 1.2",
      "funds/research.yaml:11:3 this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; expected YAML 1.2",
    ],
  },
  {
    name: "a field that is there twice",
    file: "programme.yaml",
    from: "id: example\n",
    to: "id: example\nid: again\n",
    problems: ["programme.yaml:2:1 the field `id` is there twice; expected each field once"],
  },
  {
    name: "a tag of another language",
    file: "programme.yaml",
    from: "id: example\n",
    to: "id: !x example\n",
    problems: ["programme.yaml:1:5 this is not valid YAML: Unresolved tag: !x; expected YAML 1.2"],
  },
  {
    name: "an alias without an anchor",
    file: "programme.yaml",
    from: "id: example\n",
    to: "id: *x\n",
    problems: ["programme.yaml:1:5 the alias `*x` stands for nothing; expected an anchor `&x` before it"],
  },
  {
    name: "two documents",
    file: "programme.yaml",
    from: "id: example\n",
    to: "id: example\n---\n",
    problems: [
      "programme.yaml:2:1 this is not valid YAML: it holds more than one document; expected YAML 1.2",
    ],
  },
  {
    name: "a missing field",
    file: "funds/research.yaml",
    from: "envelope: research\n",
    to: "",
    problems: [
      "funds/research.yaml:1:1 `envelope` is missing; expected an id of small letters, digits and hyphens, for instance `every-pupil`",
    ],
  },
  {
    name: "a mistyped field",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rul: optimal",
    problems: [
      "funds/research.yaml:1:1 `rule` is missing; expected `optimal`, `ranking`, `first-come`, `lottery` or `pro-rata`",
      "funds/research.yaml:14:1 the file has an unknown field `rul` (did you mean `rule`?); expected one of `id`, `title`, `summary`, `clause`, `envelope`, `budgets`, `themes`, `regions`, `sizes`, `several`, `limits`, `rule`, `misfit`, `tieBreak`, `calls`, `eligibility`, `objection`, `assumptions`",
    ],
  },
  {
    name: "an unknown field without a likely meaning",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rule: optimal\nxyzzy: 1",
    problems: [
      "funds/research.yaml:15:1 the file has an unknown field `xyzzy`; expected one of `id`, `title`, `summary`, `clause`, `envelope`, `budgets`, `themes`, `regions`, `sizes`, `several`, `limits`, `rule`, `misfit`, `tieBreak`, `calls`, `eligibility`, `objection`, `assumptions`",
    ],
  },
  {
    name: "a value outside a list of words",
    file: "funds/research.yaml",
    from: "rule: optimal",
    to: "rule: best",
    problems: [
      'funds/research.yaml:14:7 `rule` cannot be "best"; expected `optimal`, `ranking`, `first-come`, `lottery` or `pro-rata`',
    ],
  },
  {
    name: "a missing translation",
    file: "funds/research.yaml",
    from: "title: { nl: Fonds, en: Fund }",
    to: "title: { nl: Fonds }",
    problems: ["funds/research.yaml:2:1 `title` has no English text; expected the same text in English"],
  },
  {
    name: "an empty translation",
    file: "funds/research.yaml",
    from: "title: { nl: Fonds, en: Fund }",
    to: "title: { nl: Fonds, en: ' ' }",
    problems: ["funds/research.yaml:2:25 `title` has no English text; expected the same text in English"],
  },
  {
    name: "a text in one language",
    file: "funds/research.yaml",
    from: "title: { nl: Fonds, en: Fund }",
    to: "title: Fonds",
    problems: [
      'funds/research.yaml:2:8 `title` cannot be "Fonds"; expected a text in two languages: `nl: …` and `en: …`',
    ],
  },
  {
    name: "a list that is a text",
    file: "funds/research.yaml",
    from: "themes:\n  - { id: energy, title: { nl: energie, en: energy } }\n  - { id: care, title: { nl: zorg, en: care } }",
    to: "themes: none",
    problems: ['funds/research.yaml:9:9 `themes` cannot be "none"; expected a list'],
  },
  {
    name: "an empty list",
    file: "programme.yaml",
    from: "points: [innovation]",
    to: "points: []",
    problems: [
      "points/innovation.yaml:1:5 programme.yaml does not list the point `innovation`; expected its id in `points` of programme.yaml, or no such file",
      "programme.yaml:10:1 `points` is an empty list; expected at least one point",
    ],
  },
  {
    name: "money with a comma",
    file: "funds/research.yaml",
    from: "amount: EUR 100 }",
    to: "amount: 'EUR 100,00' }",
    problems: [
      'funds/research.yaml:7:37 `budgets[1].amount` cannot be "EUR 100,00"; expected money as `EUR 500000000` or `EUR 12.50`: no separators, at most EUR 90071992547409.91',
    ],
  },
  {
    name: "money without a currency",
    file: "funds/research.yaml",
    from: "amount: EUR 100 }",
    to: "amount: 100 }",
    problems: [
      "funds/research.yaml:7:37 `budgets[1].amount` cannot be 100; expected money as `EUR 500000000` or `EUR 12.50`: no separators, at most EUR 90071992547409.91",
    ],
  },
  {
    name: "money above 2^53 - 1 cents",
    file: "funds/research.yaml",
    from: "amount: EUR 100 }",
    to: "amount: EUR 90071992547409.92 }",
    problems: [
      'funds/research.yaml:7:37 `budgets[1].amount` cannot be "EUR 90071992547409.92"; expected money as `EUR 500000000` or `EUR 12.50`: no separators, at most EUR 90071992547409.91',
    ],
  },
  {
    name: "an unknown kind of limit",
    file: "funds/research.yaml",
    from: "kind: share",
    to: "kind: part",
    problems: [
      'funds/research.yaml:13:13 `limits[1].kind` cannot be "part"; expected a limit whose `kind` is `share`, `amount` or `count`',
    ],
  },
  {
    name: "a share above 100%",
    file: "funds/research.yaml",
    from: "min: 10%",
    to: "min: 110%",
    problems: [
      'funds/research.yaml:13:52 `limits[1].min` cannot be "110%"; expected a share from 0% to 100%, as `5%`, `2.5%` or `0.05`, with at most 12 decimals as a fraction',
    ],
  },
  {
    name: "a share with 13 decimals",
    file: "funds/research.yaml",
    from: "min: 10%",
    to: "min: 0.0000000000001",
    problems: [
      'funds/research.yaml:13:52 `limits[1].min` cannot be "0.0000000000001"; expected a share from 0% to 100%, as `5%`, `2.5%` or `0.05`, with at most 12 decimals as a fraction',
    ],
  },
  {
    name: "a share that is a number above 1",
    file: "funds/research.yaml",
    from: "min: 10%",
    to: "min: 2",
    problems: [
      "funds/research.yaml:13:52 `limits[1].min` cannot be 2; expected a share from 0% to 100%, as `5%`, `2.5%` or `0.05`, with at most 12 decimals as a fraction",
    ],
  },
  {
    name: "a moment that the clock skips",
    file: "funds/research.yaml",
    from: "opens: 2027-01-15 09:00",
    to: "opens: 2027-03-28 02:30",
    problems: [
      'funds/research.yaml:17:58 `calls[1].opens` cannot be "2027-03-28 02:30"; expected a moment in Dutch time as `2027-01-15 09:00`, that exists and occurs once (not in the hour in which the clock is changed)',
    ],
  },
  {
    name: "a moment that occurs twice",
    file: "funds/research.yaml",
    from: "opens: 2028-01-15 09:00",
    to: "opens: 2028-10-29 02:30",
    problems: [
      'funds/research.yaml:18:58 `calls[2].opens` cannot be "2028-10-29 02:30"; expected a moment in Dutch time as `2027-01-15 09:00`, that exists and occurs once (not in the hour in which the clock is changed)',
    ],
  },
  {
    name: "a day that does not exist",
    file: "funds/research.yaml",
    from: "opens: 2027-01-15 09:00",
    to: "opens: 2027-02-30 09:00",
    problems: [
      'funds/research.yaml:17:58 `calls[1].opens` cannot be "2027-02-30 09:00"; expected a moment in Dutch time as `2027-01-15 09:00`, that exists and occurs once (not in the hour in which the clock is changed)',
    ],
  },
  {
    name: "another period for objections than the law sets",
    file: "funds/research.yaml",
    from: "weeks: 6",
    to: "weeks: 4",
    problems: [
      "funds/research.yaml:20:21 `objection.weeks` cannot be 4; expected 6: the Dutch law sets six weeks (Awb 6:7)",
    ],
  },
  {
    name: "an unknown kind of instrument",
    file: "points/innovation.yaml",
    from: "kind: fund",
    to: "kind: funds",
    problems: [
      'points/innovation.yaml:8:27 `clauses[1].instruments[1].kind` cannot be "funds"; expected a kind of instrument: `fund`',
    ],
  },
  {
    name: "a reason for planned in one language",
    file: "points/innovation.yaml",
    from: "    instruments: [{ kind: fund, id: research }]\n",
    to: "    instruments: [{ kind: fund, id: research }]\n    planned: { nl: Later. }\n",
    problems: [
      "points/innovation.yaml:9:5 `clauses[1].planned` has no English text; expected the same text in English",
    ],
  },
  {
    name: "a reason for planned that is a bare text",
    file: "points/innovation.yaml",
    from: "    instruments: [{ kind: fund, id: research }]\n",
    to: "    instruments: [{ kind: fund, id: research }]\n    planned: later\n",
    problems: [
      'points/innovation.yaml:9:14 `clauses[1].planned` cannot be "later"; expected true, or a text in two languages that says what is not running yet',
    ],
  },
  {
    name: "a figure that is a word",
    file: "programme.yaml",
    from: "value: 12",
    to: "value: many",
    problems: [
      'programme.yaml:7:72 `coalition.figures[1].value` cannot be "many"; expected a figure: money (`EUR 500000000`), a percentage (`2.5%`) or a whole number (`27000`)',
    ],
  },
  {
    name: "a figure with decimals and no unit",
    file: "programme.yaml",
    from: "value: 12",
    to: "value: 1.5",
    problems: [
      'programme.yaml:7:72 `coalition.figures[1].value` cannot be "1.5"; expected a figure: money (`EUR 500000000`), a percentage (`2.5%`) or a whole number (`27000`)',
    ],
  },
  {
    name: "a region code that is no code",
    file: "programme.yaml",
    from: "NL-DR",
    to: "Drenthe 1",
    problems: [
      'programme.yaml:13:26 `regions[2].code` cannot be "Drenthe 1"; expected an ISO 3166-2 code, for instance `NL-GR`',
    ],
  },
]);
