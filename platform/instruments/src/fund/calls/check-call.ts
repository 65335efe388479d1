/** What keeps a call from being published, beyond its own form: what its fund says, and what other calls use. */
import { type CallDefinition, type CallError, readCall } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import type { Localised } from "../../kernel/views.js";

/** Another call of the same fund that counts, and the budgets it awards. */
export interface OtherCall {
  readonly id: string;
  readonly title: Localised;
  readonly budgets: readonly string[];
  readonly opens: Date;
  readonly closes: Date;
}

/** Around the call. */
export interface CallSurroundings {
  readonly fund: FundDefinition;
  /** Published calls of the fund that count, and calls its programme announces; without the call itself. */
  readonly others: readonly OtherCall[];
  /** Id of the call as it is kept; a definition cannot be that of another. */
  readonly id: string;
  /** A trial decides nothing: it may open at once and use any budget. */
  readonly trial: boolean;
}

const error = (pointer: string, code: string, nl: string, en: string): CallError => ({
  pointer,
  code,
  text: { nl, en },
});

function budgetErrors(call: CallDefinition, { fund, others, trial }: CallSurroundings): CallError[] {
  return call.budgets.flatMap(({ id, amount }, index) => {
    const at = `/budgets/${index}`;
    const budget = fund.budgets.find((each) => each.id === id);
    if (budget === undefined) {
      const known = fund.budgets.map((each) => each.id).join(", ");
      return [
        error(
          `${at}/id`,
          "budget",
          `Het fonds heeft geen budget “${id}”. Kies uit: ${known}.`,
          `The fund has no budget “${id}”. Choose from: ${known}.`,
        ),
      ];
    }
    const found: CallError[] = [];
    if (amount > budget.amount)
      found.push(
        error(
          `${at}/amount`,
          "ceiling",
          "Dit is meer dan er in dit budget van het fonds zit.",
          "This is more than there is in this budget of the fund.",
        ),
      );
    const user = trial ? undefined : others.find(({ budgets }) => budgets.includes(id));
    if (user !== undefined)
      found.push(
        error(
          `${at}/id`,
          "budget-used",
          `De openstelling “${user.title.nl}” verdeelt dit budget al.`,
          `The call “${user.title.en}” divides this budget already.`,
        ),
      );
    return found;
  });
}

function limitErrors(call: CallDefinition, { fund }: CallSurroundings): CallError[] {
  const known: Readonly<Record<string, readonly string[]>> = {
    theme: fund.themes.map(({ id }) => id),
    region: fund.regions.map(({ id }) => id),
    size: fund.sizes.map(({ id }) => id),
  };
  return call.limits.flatMap(({ tag, value }, index) =>
    known[tag]?.includes(value) === true
      ? []
      : [
          error(
            `/limits/${index}/value`,
            "value",
            `Het fonds kent “${value}” niet. Kies uit: ${known[tag]?.join(", ")}.`,
            `The fund does not know “${value}”. Choose from: ${known[tag]?.join(", ")}.`,
          ),
        ],
  );
}

function periodErrors(call: CallDefinition, { others, trial }: CallSurroundings): CallError[] {
  if (trial) return [];
  const [opens, closes] = [new Date(call.opens), new Date(call.closes)];
  return others
    .filter((other) => opens < other.closes && other.opens < closes)
    .map(({ title }) =>
      error(
        "/opens",
        "overlap",
        `In deze periode staat ook “${title.nl}” van hetzelfde fonds open.`,
        `In this period “${title.en}” of the same fund is open too.`,
      ),
    );
}

/** Reads a definition and checks it against its fund. */
export function checkCall(
  definition: unknown,
  around: CallSurroundings,
): { readonly call: CallDefinition | null; readonly errors: readonly CallError[] } {
  const read = readCall(definition);
  if (!read.ok) return { call: null, errors: read.errors };
  const { call } = read;
  const errors: CallError[] = [];
  if (call.id !== around.id)
    errors.push(
      error("/id", "id", `Het kenmerk moet ${around.id} blijven.`, `The id has to stay ${around.id}.`),
    );
  if (call.fund !== around.fund.id)
    errors.push(
      error(
        "/fund",
        "fund",
        `Het fonds moet ${around.fund.id} blijven.`,
        `The fund has to stay ${around.fund.id}.`,
      ),
    );
  errors.push(...budgetErrors(call, around), ...limitErrors(call, around), ...periodErrors(call, around));
  return { call, errors };
}

/**
 * What keeps a checked draft from opening at this moment: ceiling and rule of division are published before the period
 * to which they apply (Awb 4:26 and 4:27).
 */
export function openingErrors(call: CallDefinition, trial: boolean, now: Date): readonly CallError[] {
  const found: CallError[] = [];
  if (!trial && new Date(call.opens) <= now)
    found.push(
      error(
        "/opens",
        "publication",
        "De openstelling moet bekend zijn voordat de periode begint (Awb 4:27). Kies een later moment van opening.",
        "The call has to be published before its period begins (Awb 4:27). Choose a later moment of opening.",
      ),
    );
  if (new Date(call.closes) <= now)
    found.push(
      error(
        "/closes",
        "past",
        "De sluiting is al voorbij. Kies een later moment.",
        "The closing is past. Choose a later moment.",
      ),
    );
  return found;
}
