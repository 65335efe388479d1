import type { DecisionSummary } from "@voorsprong/server/contract";
import { Badge, type BadgeKind } from "../../../components/Badge.js";
import { useRoundTexts } from "../../../i18n/round.js";
import { useShellTexts } from "../../../i18n/shell.js";

/** A level as the texts name it; a ranking that breaks limits has none. */
export function levelKey(level: DecisionSummary["level"]): "A" | "B" | "C" | "none" {
  return level ?? "none";
}

const KINDS: Readonly<Record<"A" | "B" | "C" | "none", BadgeKind>> = {
  A: "good",
  B: "neutral",
  C: "warning",
  none: "danger",
};

/** What was proven, in a few words; never more than the level says. */
export function LevelBadge({ summary }: { summary: DecisionSummary }) {
  const t = useRoundTexts();
  const shell = useShellTexts();
  const key = levelKey(summary.level);
  if (summary.outcome.status === "infeasible") {
    return (
      <Badge kind={summary.level === "A" ? "danger" : "warning"}>
        {summary.level === "A" ? t.level.infeasibleProven : t.level.infeasibleFound}
      </Badge>
    );
  }
  return <Badge kind={KINDS[key]}>{shell.level[key]}</Badge>;
}
