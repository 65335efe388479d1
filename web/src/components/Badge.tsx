/** A short mark beside a title. */
import type { ReactNode } from "react";
import "./Badge.css";
import { useShellTexts } from "../i18n/shell.js";

/** The look of a badge; meaning is always in its words. */
export type BadgeKind = "neutral" | "running" | "planned" | "example" | "good" | "warning" | "danger";

/** A short mark. `explain` adds words for those who hover. */
export function Badge(props: { kind?: BadgeKind; explain?: string; children: ReactNode }) {
  return (
    <span className={`badge badge--${props.kind ?? "neutral"}`} title={props.explain}>
      {props.children}
    </span>
  );
}

/** Marks what rests on example data; on every page that shows it. */
export function ExampleBadge() {
  const t = useShellTexts();
  return (
    <Badge kind="example" explain={t.exampleExplained}>
      {t.example}
    </Badge>
  );
}

/** Marks a trial, which never counts towards a clause. */
export function TrialBadge() {
  const t = useShellTexts();
  return <Badge explain={t.trialExplained}>{t.trial}</Badge>;
}
