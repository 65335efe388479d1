/** The instrument `fund`: calls with announced limits and a rule, rounds of applications, decisions. */
import type { Programme } from "@voorsprong/programme";
import { Refusal } from "../kernel/refusal.js";
import { fundView } from "./fund-view.js";
import type { FundView } from "./views.js";

/** What can be asked of the funds of a programme. */
export interface FundService {
  /** Every fund, in the order of the programme. */
  list(): Promise<FundView[]>;
  /** @throws Refusal when the programme has no such fund */
  get(fundId: string): Promise<FundView>;
}

/** What the service needs from outside. */
export interface FundServiceOptions {
  readonly programme: Programme;
  readonly now: () => Date;
}

/** Makes the service. */
export function fundService({ programme, now }: FundServiceOptions): FundService {
  return {
    list: async () => programme.funds.map((fund) => fundView(fund, [], now())),
    async get(fundId) {
      const fund = programme.funds.find(({ id }) => id === fundId);
      if (fund === undefined) throw new Refusal("not-found", `There is no fund ${fundId}.`);
      return fundView(fund, [], now());
    },
  };
}
