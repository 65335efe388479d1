/** Where a review stands, as a badge. */
import { Badge, type BadgeKind } from "../../components/Badge.js";
import { useReviewTexts } from "../../i18n/review.js";

type State = "assigned" | "open" | "submitted" | "conflict" | "released" | "proposed";

const KINDS: Readonly<Record<State, BadgeKind>> = {
  assigned: "warning",
  open: "running",
  submitted: "good",
  conflict: "danger",
  released: "neutral",
  proposed: "planned",
};

/** The state, and whether it is late. */
export function StateBadge({ state, late = false }: { state: State; late?: boolean }) {
  const t = useReviewTexts();
  return (
    <>
      <Badge kind={KINDS[state]}>{t.states[state]}</Badge>
      {late && <Badge kind="danger">{t.late}</Badge>}
    </>
  );
}
