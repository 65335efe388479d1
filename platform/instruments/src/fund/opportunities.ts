/** What a fund offers an organisation now. */
import type { FundDefinition } from "@voorsprong/programme";
import type { Opportunity, Organisation } from "../kernel/views.js";
import { callState, currentCall } from "./definition.js";

/** The open call, when nothing the organisation said of itself is outside the fund. */
export function fundOpportunities(
  fund: FundDefinition,
  organisation: Organisation,
  now: Date,
): Opportunity[] {
  const call = currentCall(fund, now);
  if (callState(call, now) !== "open" || !fits(fund, organisation)) return [];
  const theme = fund.themes.find(({ id }) => id === organisation.theme);
  return [
    {
      instrument: "fund",
      id: call.id,
      title: call.title,
      why:
        theme === undefined
          ? {
              nl: `De ronde staat open, en wat u opgaf past bij ${fund.title.nl}.`,
              en: `The call is open, and what you stated fits ${fund.title.en}.`,
            }
          : {
              nl: `De ronde staat open voor uw thema: ${theme.title.nl}.`,
              en: `The call is open to your theme: ${theme.title.en}.`,
            },
      path: `/funds/${fund.id}`,
      closes: call.closes.instant,
    },
  ];
}

function fits(fund: FundDefinition, { region, theme, size }: Organisation): boolean {
  const known = (values: readonly { readonly id: string }[], value: string | undefined) =>
    value === undefined || values.some(({ id }) => id === value);
  return known(fund.regions, region) && known(fund.themes, theme) && known(fund.sizes, size);
}
