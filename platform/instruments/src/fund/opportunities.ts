/** What a fund offers an organisation now: its open calls. */
import { type CallDefinition, evaluateEligibility } from "@voorsprong/call-form";
import type { FundDefinition } from "@voorsprong/programme";
import type { Queryable } from "@voorsprong/store";
import type { Localised, Opportunity, Organisation } from "../kernel/views.js";
import { listCalls } from "./calls/index.js";
import { callState, currentCall } from "./definition.js";

/** An open call as it is offered. */
interface OpenCall {
  readonly id: string;
  readonly title: Localised;
  readonly closes: string;
  readonly path: string;
  /** Its rules, where it is worked out. */
  readonly definition: CallDefinition | null;
}

/** The open calls: published ones that count, and the programme's own where it is not published. */
async function openCalls(from: Queryable, fund: FundDefinition, now: Date): Promise<OpenCall[]> {
  const kept = await listCalls(from, { fundId: fund.id }, now);
  const published = kept
    .filter(({ state, example }) => state === "open" && !example)
    .map(({ id, title, closes, definition }) => ({
      id,
      title,
      closes: closes.toISOString(),
      path: `/calls/${id}`,
      definition: definition as unknown as CallDefinition,
    }));
  const announced = currentCall(fund, now);
  const isKept = kept.some(({ id, version }) => id === announced.id && version > 0);
  if (isKept || callState(announced, now) !== "open") return published;
  const { id, title, closes } = announced;
  return [...published, { id, title, closes: closes.instant, path: `/funds/${fund.id}`, definition: null }];
}

/** The open calls, when nothing the organisation said of itself is outside the fund or refused by the call's conditions. */
export async function fundOpportunities(
  from: Queryable,
  fund: FundDefinition,
  organisation: Organisation,
  now: Date,
): Promise<Opportunity[]> {
  if (!fits(fund, organisation)) return [];
  const theme = fund.themes.find(({ id }) => id === organisation.theme);
  const why =
    theme === undefined
      ? {
          nl: `De ronde staat open, en wat u opgaf past bij ${fund.title.nl}.`,
          en: `The call is open, and what you stated fits ${fund.title.en}.`,
        }
      : {
          nl: `De ronde staat open voor uw thema: ${theme.title.nl}.`,
          en: `The call is open to your theme: ${theme.title.en}.`,
        };
  const calls = await openCalls(from, fund, now);
  return calls
    .filter(({ definition }) => definition === null || !refuses(definition, organisation))
    .map(({ id, title, path, closes }) => ({ instrument: "fund", id, title, why, path, closes }));
}

/** Whether a condition of the call is not met by what is known already; what is not known yet refuses nobody. */
function refuses(call: CallDefinition, { region, theme, size }: Organisation): boolean {
  const lead = { region: region ?? null, size: size ?? null };
  return evaluateEligibility(call, { lead, project: { theme: theme ?? null } }).state === "refused";
}

function fits(fund: FundDefinition, { region, theme, size }: Organisation): boolean {
  const known = (values: readonly { readonly id: string }[], value: string | undefined) =>
    value === undefined || values.some(({ id }) => id === value);
  return known(fund.regions, region) && known(fund.themes, theme) && known(fund.sizes, size);
}
