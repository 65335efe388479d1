/** The state of a fund's call as a mark. */
import type { FundView } from "@voorsprong/server/contract";
import { Badge } from "../../components/Badge.js";
import { useFundTexts } from "../../i18n/fund.js";

/** Whether one can apply now. */
export function CallBadge({ state }: { state: FundView["call"]["state"] }) {
  const { call: t } = useFundTexts();
  return <Badge kind={state === "open" ? "running" : "neutral"}>{t[state]}</Badge>;
}
