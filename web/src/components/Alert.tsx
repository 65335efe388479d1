/** A message that stands out. */
import type { ReactNode } from "react";
import "./Alert.css";

/** What kind of message it is. */
export type AlertKind = "info" | "good" | "warning" | "danger";

const SIGNS: Readonly<Record<AlertKind, string>> = { info: "i", good: "✓", warning: "!", danger: "×" };

/**
 * A message that stands out. Kind is shown by a sign and a border too, never by colour alone.
 * @param live reads the message out when it appears: for answers to what the reader just did
 */
export function Alert(props: { kind: AlertKind; title?: string; live?: boolean; children?: ReactNode }) {
  return (
    <div className={`alert alert--${props.kind}`} role={props.live ? "alert" : undefined}>
      <span className="alert__sign" aria-hidden="true">
        {SIGNS[props.kind]}
      </span>
      <div className="alert__text">
        {props.title && <p className="alert__title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
