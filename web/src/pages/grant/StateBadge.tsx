/** How a grant stands. */
import type { GrantView } from "@voorsprong/server/contract";
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { useGrantTexts } from "../../i18n/grant.js";

const kinds: Record<GrantView["state"], BadgeKind> = {
  running: "running",
  settling: "planned",
  settled: "good",
  withdrawn: "danger",
};

/** A badge with the state in words. */
export function StateBadge({ state }: { state: GrantView["state"] }) {
  const t = useGrantTexts();
  return <Badge kind={kinds[state]}>{t.state[state]}</Badge>;
}
