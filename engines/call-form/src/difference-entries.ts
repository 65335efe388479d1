/** A call as a list of named values, by which two versions are compared. */
import canonicalize from "canonicalize";
import type { CallDefinition, CallPart, Criterion, Limit } from "./definition/call-definition.js";
import type { Localised } from "./definition/localised.js";
import type { Question } from "./definition/question.js";
import { basisPointWords, momentWords, moneyWords, numberWords, shareWords } from "./words.js";

/** One value of a call. */
export interface Entry {
  readonly part: CallPart | "title";
  readonly subject: Localised;
  /** Canonical JSON; equal exactly when the values are equal. */
  readonly value: string;
  readonly words: Localised;
}

const both = (text: string): Localised => ({ nl: text, en: text });
const said = (nl: string, en: string): Localised => ({ nl, en });
const quoted = ({ nl, en }: Localised): Localised => ({ nl: `“${nl}”`, en: `“${en}”` });
const joined = (first: Localised, second: Localised): Localised =>
  said(`${first.nl}, ${second.nl}`, `${first.en}, ${second.en}`);
const yes = said("ja", "yes");
const json = (value: unknown): string => canonicalize(value) ?? "null";

/** Collects the entries of a call. */
class Entries {
  readonly found = new Map<string, Entry>();

  add(path: string, part: Entry["part"], subject: Localised, value: unknown, words: Localised): void {
    if (value !== undefined) this.found.set(path, { part, subject, value: json(value), words });
  }

  /** The order in which things stand, told only when it has more than one. */
  order(
    path: string,
    part: Entry["part"],
    subject: Localised,
    names: readonly Localised[],
    ids: readonly string[],
  ): void {
    const list = (language: keyof Localised) => names.map((name) => name[language]).join(", ");
    if (ids.length > 1)
      this.add(path, part, joined(subject, said("volgorde", "order")), ids, said(list("nl"), list("en")));
  }
}

function addQuestion(entries: Entries, path: string, question: Question): void {
  const subject = said(`vraag “${question.title.nl}”`, `question “${question.title.en}”`);
  // The thing itself has no value, so that a changed detail is not told twice.
  entries.add(path, "form", subject, question.id, quoted(question.title));
  const detail = (key: string, name: Localised, value: unknown, words?: Localised) =>
    entries.add(`${path}/${key}`, "form", joined(subject, name), value, words ?? both(json(value)));
  detail("title", said("tekst", "text"), question.title, quoted(question.title));
  detail("help", said("uitleg", "explanation"), question.help, question.help && quoted(question.help));
  detail("schema", said("soort antwoord", "kind of answer"), question.schema);
  detail("when", said("alleen gevraagd als", "asked only when"), question.when, both(question.when ?? ""));
  detail(
    "required",
    said("verplicht", "required"),
    question.required,
    typeof question.required === "string" ? both(question.required) : yes,
  );
  detail("personal", said("persoonsgegeven", "personal data"), question.personal, yes);
  detail(
    "identifying",
    said("verborgen bij blind beoordelen", "hidden in blind review"),
    question.identifying,
    yes,
  );
  detail("labels", said("namen van keuzes", "names of choices"), question.labels);
  detail("columns", said("kolommen", "columns"), question.columns);
  detail(
    "patternHint",
    said("uitleg van de vorm", "explanation of the form"),
    question.patternHint,
    question.patternHint && quoted(question.patternHint),
  );
  detail("accept", said("soorten bestanden", "kinds of files"), question.accept);
}

function addForm(entries: Entries, call: CallDefinition): void {
  const { sections } = call.form;
  entries.order(
    "form-order",
    "form",
    said("onderdelen", "sections"),
    sections.map(({ title }) => title),
    sections.map(({ id }) => id),
  );
  for (const section of sections) {
    const path = `form/${section.id}`;
    const subject = said(`onderdeel “${section.title.nl}”`, `section “${section.title.en}”`);
    entries.add(path, "form", subject, section.id, quoted(section.title));
    entries.add(`${path}/title`, "form", subject, section.title, quoted(section.title));
    if (section.intro !== undefined)
      entries.add(
        `${path}/intro`,
        "form",
        joined(subject, said("inleiding", "introduction")),
        section.intro,
        quoted(section.intro),
      );
    entries.order(
      `${path}/order`,
      "form",
      joined(subject, said("vragen", "questions")),
      section.questions.map(({ title }) => title),
      section.questions.map(({ id }) => id),
    );
    for (const question of section.questions) addQuestion(entries, `${path}/${question.id}`, question);
  }
}

function limitWords(limit: Limit): Localised {
  const figure = (value: string | number): Localised =>
    limit.kind === "share"
      ? shareWords(String(value))
      : limit.kind === "amount"
        ? moneyWords(Number(value))
        : numberWords(Number(value));
  const [min, max] = [limit.min, limit.max].map((value) => (value === undefined ? null : figure(value)));
  const say = (language: keyof Localised, least: string, most: string) =>
    [min && `${least} ${min[language]}`, max && `${most} ${max[language]}`].filter(Boolean).join(", ");
  return said(say("nl", "ten minste", "ten hoogste"), say("en", "at least", "at most"));
}

function addCriterion(entries: Entries, criterion: Criterion): void {
  const path = `criteria/${criterion.id}`;
  const subject = said(`criterium “${criterion.title.nl}”`, `criterion “${criterion.title.en}”`);
  const detail = (key: string, name: Localised, value: unknown, words: Localised) =>
    entries.add(`${path}/${key}`, "criteria", joined(subject, name), value, words);
  entries.add(path, "criteria", subject, criterion.id, quoted(criterion.title));
  detail("title", said("naam", "name"), criterion.title, quoted(criterion.title));
  if (criterion.description !== undefined)
    detail(
      "description",
      said("uitleg", "explanation"),
      criterion.description,
      quoted(criterion.description),
    );
  detail("weight", said("gewicht", "weight"), criterion.weight, basisPointWords(criterion.weight));
  detail("max", said("hoogste aantal punten", "most points"), criterion.max, numberWords(criterion.max));
  detail(
    "threshold",
    said("drempel", "threshold"),
    criterion.threshold,
    numberWords(criterion.threshold ?? 0),
  );
  for (const { points, text } of criterion.anchors)
    detail(
      `anchor-${points}`,
      said(`betekenis van ${points} punten`, `meaning of ${points} points`),
      text,
      quoted(text),
    );
}

/** Every value of a call, in its order; a thing in a list is named by its id. */
export function entriesOf(call: CallDefinition): ReadonlyMap<string, Entry> {
  const entries = new Entries();
  const add = entries.add.bind(entries);
  add("title", "title", said("naam", "name"), call.title, quoted(call.title));
  add("summary", "title", said("samenvatting", "summary"), call.summary, quoted(call.summary));
  if (call.legalBasis !== undefined)
    add("legalBasis", "title", said("grondslag", "legal basis"), call.legalBasis, quoted(call.legalBasis));
  add("id", "title", said("kenmerk", "id"), call.id, both(call.id));
  add("fund", "title", said("fonds", "fund"), call.fund, both(call.fund));
  add("opens", "period", said("opening", "opening"), call.opens, momentWords(call.opens));
  add("closes", "period", said("sluiting", "closing"), call.closes, momentWords(call.closes));
  entries.order(
    "budget-order",
    "budgets",
    said("budgetten", "budgets"),
    call.budgets.map(({ id }) => both(id)),
    call.budgets.map(({ id }) => id),
  );
  for (const { id, amount } of call.budgets)
    add(`budgets/${id}`, "budgets", said(`budget ${id}`, `budget ${id}`), amount, moneyWords(amount));
  addForm(entries, call);
  entries.order(
    "eligibility-order",
    "eligibility",
    said("voorwaarden", "conditions"),
    call.eligibility.map(({ id }) => both(id)),
    call.eligibility.map(({ id }) => id),
  );
  for (const rule of call.eligibility) {
    const path = `eligibility/${rule.id}`;
    const subject = said(`voorwaarde “${rule.id}”`, `condition “${rule.id}”`);
    const effect = rule.effect === "refuse" ? said("afwijzen", "refuse") : said("nakijken", "have a look");
    add(path, "eligibility", subject, rule.id, quoted(rule.reason));
    add(
      `${path}/expression`,
      "eligibility",
      joined(subject, said("uitdrukking", "expression")),
      rule.expression,
      both(rule.expression),
    );
    add(`${path}/effect`, "eligibility", joined(subject, said("gevolg", "effect")), rule.effect, effect);
    add(
      `${path}/reason`,
      "eligibility",
      joined(subject, said("reden", "reason")),
      rule.reason,
      quoted(rule.reason),
    );
  }
  entries.order(
    "criteria-order",
    "criteria",
    said("criteria", "criteria"),
    call.criteria.map(({ title }) => title),
    call.criteria.map(({ id }) => id),
  );
  for (const criterion of call.criteria) addCriterion(entries, criterion);
  add(
    "threshold",
    "criteria",
    said("drempel in totaal", "threshold in total"),
    call.threshold,
    basisPointWords(call.threshold ?? 0),
  );
  const { review, grant } = call;
  add(
    "review/reviewers",
    "review",
    said("beoordelaars per aanvraag", "reviewers per application"),
    review.reviewers,
    numberWords(review.reviewers),
  );
  add(
    "review/blind",
    "review",
    said("blind beoordelen", "blind review"),
    review.blind,
    review.blind ? yes : said("nee", "no"),
  );
  add(
    "review/normalisation",
    "review",
    said("correctie van strenge en milde beoordelaars", "correction of strict and lenient reviewers"),
    review.normalisation,
    both(review.normalisation),
  );
  add(
    "review/days",
    "review",
    said("dagen om te beoordelen", "days to review"),
    review.days,
    numberWords(review.days),
  );
  add("rule", "rule", said("verdeelregel", "rule of division"), call.rule, both(call.rule));
  add(
    "misfit",
    "rule",
    said("als een aanvraag niet meer past", "when an application no longer fits"),
    call.misfit,
    both(call.misfit),
  );
  add(
    "tieBreak",
    "rule",
    said("volgorde bij gelijke stand", "order of equals"),
    call.tieBreak,
    both(json(call.tieBreak)),
  );
  for (const [place, limit] of call.limits.entries()) {
    const subject = said(`grens ${place + 1} (${limit.value})`, `limit ${place + 1} (${limit.value})`);
    add(`limits/${place}`, "limits", subject, limit, limitWords(limit));
  }
  add(
    "aid/basis",
    "aid",
    said("grond in het staatssteunrecht", "basis in state-aid law"),
    call.aid.basis,
    both(call.aid.basis.join(", ")),
  );
  add("aid/choice", "aid", said("grond per", "basis per"), call.aid.choice, both(call.aid.choice));
  add(
    "grant/minimum",
    "grant",
    said("laagste bedrag", "least amount"),
    grant.minimum,
    moneyWords(grant.minimum ?? 0),
  );
  add(
    "grant/maximum",
    "grant",
    said("hoogste bedrag", "greatest amount"),
    grant.maximum,
    moneyWords(grant.maximum ?? 0),
  );
  add(
    "grant/advances",
    "grant",
    said("voorschotten", "advances"),
    grant.advances,
    both(json(grant.advances)),
  );
  add(
    "grant/reports",
    "grant",
    said("maanden tussen verslagen", "months between reports"),
    grant.reportEveryMonths,
    numberWords(grant.reportEveryMonths),
  );
  add(
    "objectionWeeks",
    "objection",
    said("weken om bezwaar te maken", "weeks to object"),
    call.objectionWeeks,
    numberWords(call.objectionWeeks),
  );
  add(
    "decisionWeeks",
    "decision",
    said("weken om te beslissen", "weeks to decide"),
    call.decisionWeeks,
    numberWords(call.decisionWeeks),
  );
  add(
    "retention",
    "retention",
    said("jaren bewaren (toegekend, afgewezen)", "years kept (granted, refused)"),
    call.retention,
    both(`${call.retention.granted}, ${call.retention.refused}`),
  );
  for (const [place, { covers, text }] of call.assumptions.entries())
    add(
      `assumptions/${place}`,
      covers[0] ?? "title",
      said(`aanname ${place + 1}`, `assumption ${place + 1}`),
      { covers, text },
      quoted(text),
    );
  return entries.found;
}
