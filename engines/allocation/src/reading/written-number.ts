/** Numbers that must be judged as they are written, because a double cannot hold them. */
import { type Decimal, parseDecimal } from "./decimal.js";

/** A number whose text says something else than the nearest double, such as `4.9999999999999999999` or `1e-400`. */
export class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The number of a JSON number text: a double where that is the very same decimal, else the text itself. */
export function numberOf(text: string): number | WrittenNumber {
  const value = Number(text);
  const nearest = String(value);
  if (nearest === text) return value;
  const [written, held] = [parseDecimal(text), parseDecimal(nearest)];
  return written !== null && held !== null && isSame(written, held) ? value : new WrittenNumber(text);
}

function isSame(a: Decimal, b: Decimal): boolean {
  return a.scale === b.scale && a.digits === b.digits;
}
