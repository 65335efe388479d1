/** One polite live region for the whole site: progress and results are read out without moving focus. */
import { createContext, type ReactNode, use, useCallback, useState } from "react";

const Context = createContext<(message: string) => void>(() => undefined);

/** Holds the live region. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState("");
  // The same words twice are no change and would not be read; a no-break space makes them one.
  const announce = useCallback(
    (next: string) => setMessage((last) => (last === next ? `${next}\u00a0` : next)),
    [],
  );
  return (
    <Context value={announce}>
      {children}
      <div aria-live="polite" aria-atomic="true" className="visually-hidden" data-announcer>
        {message}
      </div>
    </Context>
  );
}

/** Gives a function that has its message read out by a screen reader. */
export function useAnnounce(): (message: string) => void {
  return use(Context);
}
