/** How long a call is still to come or open, in words that follow the clock. */
import type { CallSummary } from "@voorsprong/server/contract";
import { useEffect, useState } from "react";
import { useCallTexts } from "../../i18n/call.js";
import { useFormat } from "../../i18n/format.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in the largest unit that says enough: days from two days on, hours from two hours on. */
export function lengthIn(milliseconds: number): { unit: "days" | "hours" | "minutes"; count: number } {
  if (milliseconds >= 2 * DAY) return { unit: "days", count: Math.floor(milliseconds / DAY) };
  if (milliseconds >= 2 * HOUR) return { unit: "hours", count: Math.floor(milliseconds / HOUR) };
  return { unit: "minutes", count: Math.max(0, Math.floor(milliseconds / MINUTE)) };
}

/** The moment now, kept up to date. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The sentence. */
export function Countdown({ call }: { call: Pick<CallSummary, "state" | "opens" | "closes"> }) {
  const { countdown: t } = useCallTexts();
  const f = useFormat();
  const now = useNow();
  const [opens, closes] = [f.dateTime(call.opens), f.dateTime(call.closes)];
  const left = (until: string) => {
    const { unit, count } = lengthIn(Date.parse(until) - now);
    return t[unit](count);
  };
  switch (call.state) {
    case "coming":
      return <>{t.opensIn(left(call.opens), opens)}</>;
    case "open":
      return <>{t.closesIn(left(call.closes), closes)}</>;
    case "draft":
      return <>{t.draft(opens, closes)}</>;
    default:
      return <>{t.closed(closes)}</>;
  }
}
