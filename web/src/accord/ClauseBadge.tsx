/** The state of a clause as a mark. */
import { Badge } from "../components/Badge.js";
import { useAccordTexts } from "../i18n/accord.js";
import type { ClauseState } from "./clause-state.js";

/** The state of a clause as a mark. */
export function ClauseBadge({ state }: { state: ClauseState }) {
  const t = useAccordTexts();
  return <Badge kind={state === "planned" ? "planned" : "running"}>{t.state[state]}</Badge>;
}
