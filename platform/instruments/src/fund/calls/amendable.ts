/** What an amendment of a published call may change, and what not any more. */
import type { CallDefinition, CallError, CallPart, Difference } from "@voorsprong/call-form";

/** What is known when a call is amended. */
export interface AmendmentMoment {
  readonly now: Date;
  /** Submitted applications so far. */
  readonly submitted: number;
}

/** After the first submission these parts stay as they were: applicants relied on them. */
const FROZEN: readonly CallPart[] = ["rule", "limits", "criteria", "review", "aid"];

const error = (pointer: string, code: string, nl: string, en: string): CallError => ({
  pointer,
  code,
  text: { nl, en },
});

function periodErrors(before: CallDefinition, after: CallDefinition, now: Date): CallError[] {
  const found: CallError[] = [];
  const opened = new Date(before.opens) <= now;
  if (opened && before.opens !== after.opens)
    found.push(
      error(
        "/opens",
        "opened",
        "De openstelling is al begonnen; het begin kan niet meer veranderen.",
        "The call has begun; its beginning can no longer change.",
      ),
    );
  if (!opened && before.opens !== after.opens && new Date(after.opens) <= now)
    found.push(
      error(
        "/opens",
        "publication",
        "De wijziging moet bekend zijn voordat de periode begint (Awb 4:27). Kies een later moment.",
        "The amendment has to be published before the period begins (Awb 4:27). Choose a later moment.",
      ),
    );
  if (opened && new Date(after.closes) < new Date(before.closes))
    found.push(
      error(
        "/closes",
        "shortened",
        "Wie nu aan een aanvraag werkt, rekent op de aangekondigde sluiting. Zij kan alleen later worden.",
        "Who is writing an application now counts on the announced closing. It can only become later.",
      ),
    );
  if (new Date(before.closes) <= now && before.closes !== after.closes)
    found.push(
      error(
        "/closes",
        "closed",
        "De openstelling is al gesloten; de sluiting kan niet meer veranderen.",
        "The call is closed; its closing can no longer change.",
      ),
    );
  return found;
}

/** Less money than announced would hit who applied in good faith; more is allowed. */
function budgetErrors(before: CallDefinition, after: CallDefinition): CallError[] {
  const lower = before.budgets.filter(({ id, amount }) => {
    const now = after.budgets.find((each) => each.id === id);
    return now === undefined || now.amount < amount;
  });
  return lower.length === 0
    ? []
    : [
        error(
          "/budgets",
          "lowered",
          "Er zijn al aanvragen ingediend. Een budget kan dan alleen hoger worden, niet lager.",
          "Applications were submitted already. A budget can then only be raised, not lowered.",
        ),
      ];
}

/** Why this change cannot be published as an amendment; empty when it can. */
export function amendmentErrors(
  before: CallDefinition,
  after: CallDefinition,
  differences: readonly Difference[],
  { now, submitted }: AmendmentMoment,
): readonly CallError[] {
  const found = periodErrors(before, after, now);
  if (differences.length === 0)
    found.push(error("", "same", "Er is niets veranderd.", "Nothing was changed."));
  if (submitted === 0) return found;
  const frozen = differences.filter(({ part }) => FROZEN.includes(part as CallPart));
  for (const { path, text } of frozen)
    found.push(
      error(
        `/${path}`,
        "frozen",
        `Er zijn al aanvragen ingediend; dit kan niet meer veranderen. ${text.nl}`,
        `Applications were submitted already; this can no longer change. ${text.en}`,
      ),
    );
  const stricter = differences.filter(
    ({ part, kind, path }) => part === "eligibility" && kind !== "removed" && !path.endsWith("-order"),
  );
  for (const { path, text } of stricter)
    found.push(
      error(
        `/${path}`,
        "stricter",
        `Er zijn al aanvragen ingediend; een voorwaarde kan alleen vervallen. ${text.nl}`,
        `Applications were submitted already; a condition can only be dropped. ${text.en}`,
      ),
    );
  return [...found, ...budgetErrors(before, after)];
}
