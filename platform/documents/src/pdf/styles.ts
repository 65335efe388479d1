import { colors, type Style } from "./canvas.js";

const style = (size: number, leading: number, face: Style["face"], color = colors.ink): Style => ({
  size,
  leading,
  face,
  color,
});

/** The few ways in which text is set. */
export const styles = {
  sender: style(12.5, 16, "strong"),
  title: style(20, 25, "strong"),
  heading2: style(13.5, 18, "strong"),
  heading3: style(11, 15, "strong"),
  body: style(10.5, 15, "regular"),
  caption: style(9.5, 13, "strong", colors.soft),
  cell: style(9.5, 13, "regular"),
  cellStrong: style(9.5, 13, "strong"),
  small: style(8.5, 11, "regular", colors.soft),
} as const;
