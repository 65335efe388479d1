/** The panel of a call, computed once per change. */
import { DISCUSSION_RULE } from "@voorsprong/review";
import type { Queryable } from "@voorsprong/store";
import { panelApplications, panelReviews, panelStamp } from "../store/panel-input.js";
import { getPanel, latestConsensus, type PanelRecord } from "../store/panels.js";
import type { ReviewedCall } from "../terms.js";
import { computePanel, type Panel } from "./compute.js";

/** A panel with what was computed. */
export interface LoadedPanel {
  /** Null while the panel is closed. */
  readonly record: PanelRecord | null;
  readonly panel: Panel;
}

/** Loads panels; what was computed last is kept for a few calls, and computed anew when anything changed. */
export type PanelLoader = (from: Queryable, call: ReviewedCall) => Promise<LoadedPanel>;

/** How many calls are kept: a panel of 27,000 applications takes some 100 MB. */
const mostKept = 3;

/** Makes a loader. */
export function panelLoader(): PanelLoader {
  const kept = new Map<string, { readonly stamp: string; readonly loaded: LoadedPanel }>();
  return async (from, call) => {
    const callId = call.record.id;
    const stamp = `${await panelStamp(from, callId)}/${call.record.version}`;
    const known = kept.get(callId);
    if (known?.stamp === stamp) return known.loaded;
    const loaded = await loadPanel(from, call);
    kept.delete(callId);
    kept.set(callId, { stamp, loaded });
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return loaded;
  };
}

/** Reads and computes a panel. */
export async function loadPanel(from: Queryable, call: ReviewedCall): Promise<LoadedPanel> {
  const callId = call.record.id;
  const record = await getPanel(from, callId);
  const applications = await panelApplications(from, callId);
  const reviews = await panelReviews(from, callId);
  const consensus = await latestConsensus(from, callId);
  const panel = computePanel({
    criteria: call.criteria,
    threshold: call.threshold,
    needed: call.definition.review.reviewers,
    method: call.definition.review.normalisation,
    rule: record?.rule ?? DISCUSSION_RULE,
    applications,
    reviews,
    consensus: new Map(consensus.map((each) => [each.applicationId, each])),
  });
  return { record, panel };
}
