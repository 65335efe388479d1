/** Sentences of the accord pages that no programme file writes. */
import type { Localised } from "@voorsprong/instruments";

/** Shown for a clause that is marked planned without a reason of its own. */
export const nothingRunsYet: Localised = {
  nl: "Voor deze afspraak loopt nog niets: zij is gepland.",
  en: "Nothing runs for this clause yet: it is planned.",
};

/** Shown beside a target that no instrument's feed measures. */
export const notYetMeasured: Localised = {
  nl: "Nog niet gemeten: er is nog geen bron aangesloten die dit doel meet.",
  en: "Not yet measured: no source that measures this target is connected yet.",
};
