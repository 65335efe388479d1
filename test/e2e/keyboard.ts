/** Walks through a page with the Tab key. */
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** A stop of the walk. */
export interface Stop {
  /** Tag and name, for messages and expectations. */
  readonly name: string;
  /** Whether it shows that it has focus. */
  readonly visible: boolean;
}

/** Runs in the page: what has focus now; null when nothing has. */
function focused(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
    return null;
  const style = getComputedStyle(element);
  const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
  return {
    name: `${element.tagName.toLowerCase()} ${words.trim().replace(/\s+/g, " ").slice(0, 60)}`,
    visible: (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none",
  };
}

/**
 * Runs in the page: how many places Tab must reach; of a group of radio buttons the chosen one, or the first where none
 * is chosen yet.
 */
function places(): number {
  const controls = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  return [...document.querySelectorAll<HTMLElement>(controls)].filter(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.hasAttribute("disabled") &&
      !(element instanceof HTMLInputElement && element.type === "radio" && !isStop(element)),
  ).length;

  function isStop(radio: HTMLInputElement): boolean {
    if (radio.checked) return true;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(radio.name)}"]`)];
    return group[0] === radio && !group.some((each) => each.checked);
  }
}

/**
 * Tabs from the top of the page until focus leaves it again, and expects that every control is reached, that each
 * stop shows its focus, and that nothing holds focus. Answers with the stops.
 */
export async function walk(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  const expected = await page.evaluate(places);
  const stops: Stop[] = [];
  for (let presses = 0; presses <= expected + 5; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (stop === null) break;
    stops.push(stop);
  }
  expect(stops.filter((stop) => !stop.visible)).toEqual([]);
  expect(stops.length, stops.map((stop) => stop.name).join("\n")).toBe(expected);
  return stops;
}
