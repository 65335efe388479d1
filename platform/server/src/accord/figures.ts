/** A programme's figures and targets as they go over the wire. */
import type { TargetView } from "@voorsprong/instruments";
import type { Figure, Programme, Quantity, Target } from "@voorsprong/programme";
import type { AccordView } from "../contract/index.js";
import { notYetMeasured } from "./words.js";

/** The title of a source, as it is cited; a source's own title is not translated. */
export function sourceTitle(programme: Programme, id: string): string {
  return programme.sources.find((source) => source.id === id)?.title.nl ?? id;
}

/** A quantity's value as a decimal string in its unit (money in cents). */
export function decimalText(quantity: Quantity): string {
  return String(quantity.value);
}

/** A figure with its source. */
export function figureView(programme: Programme, figure: Figure): AccordView["figures"][number] {
  return {
    id: figure.id,
    label: figure.title,
    value: decimalText(figure.value),
    unit: figure.value.unit,
    source: sourceTitle(programme, figure.source),
  };
}

/** A target with what it reached, where something measures it. */
export function targetView(programme: Programme, target: Target): TargetView {
  return {
    id: target.id,
    title: target.title,
    unit: target.to.unit,
    from: target.from === undefined ? null : decimalText(target.from),
    to: decimalText(target.to),
    hard: target.hard,
    by: target.by === undefined ? null : String(target.by),
    measured:
      target.measured.state === "measured"
        ? { state: "measured", value: decimalText(target.measured.value), at: target.measured.on }
        : { state: "not-yet-measured", reason: notYetMeasured },
    source: sourceTitle(programme, target.source),
  };
}
