/** Focus that is not lost when a button goes away with the step it belonged to. */
import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the place of a reader who pressed a button here: when the button goes away with the step it belonged to, the
 * heading takes the focus. Focus that is elsewhere stays there.
 * @returns the ref for the heading, and what to call when a button was pressed
 */
export function useKeptFocus(step: string): readonly [RefObject<HTMLHeadingElement | null>, () => void] {
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    if (pressed.current && document.activeElement === document.body) heading.current?.focus();
  }, [step]);
  return [
    heading,
    () => {
      pressed.current = true;
    },
  ];
}
