import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * The width a picture has on the page, so that it is drawn in real pixels and its text keeps its size on a phone.
 * @returns a ref for the element around the picture, and its width in CSS pixels
 */
export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
