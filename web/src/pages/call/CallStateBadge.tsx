import type { CallSummary } from "@voorsprong/server/contract";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { useCallTexts } from "../../i18n/call.js";

const KINDS: Readonly<Record<CallSummary["state"], BadgeKind>> = {
  draft: "neutral",
  coming: "planned",
  open: "running",
  closed: "neutral",
  cancelled: "warning",
};

/** Where a call stands. */
export function CallStateBadge({ state }: { state: CallSummary["state"] }) {
  const t = useCallTexts();
  return <Badge kind={KINDS[state]}>{t.state[state]}</Badge>;
}
