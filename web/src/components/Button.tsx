/** Buttons, and links that look like them, in the form of the NL Design System. */
import { Button as NlButton } from "@nl-design-system-candidate/button-react";
import "@nl-design-system-candidate/button-css/button.css";
import type { ComponentProps, MouseEvent, ReactNode } from "react";
import "./Button.css";
import { PageLink, type PageLinkProps } from "./PageLink.js";

/** How much a button stands out; one primary per view. */
export type Purpose = "primary" | "secondary" | "subtle";

/**
 * A button. When `disabled` or `busy` it keeps its place in the tab order, says so to a screen reader and does nothing.
 */
export function Button(props: {
  purpose?: Purpose;
  type?: "button" | "submit";
  disabled?: boolean;
  busy?: boolean;
  pressed?: boolean;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  "aria-label"?: string;
  "aria-describedby"?: string;
  children: ReactNode;
}) {
  const { purpose = "secondary", disabled, busy, pressed, onClick, children, ...rest } = props;
  const idle = disabled === true || busy === true;
  const state: Partial<ComponentProps<typeof NlButton>> = {
    ...(disabled === true && { disabled: true }),
    ...(busy === true && { busy: true }),
    ...(pressed !== undefined && { toggle: true, pressed }),
  };
  return (
    <NlButton
      purpose={purpose}
      {...(state as object)}
      {...rest}
      onClick={(event: MouseEvent<HTMLButtonElement>) => (idle ? event.preventDefault() : onClick?.(event))}
    >
      {children}
    </NlButton>
  );
}

/** A link to a page that looks like a button, for the main way on. */
export function ButtonLink({ purpose = "secondary", ...rest }: PageLinkProps & { purpose?: Purpose }) {
  return <PageLink {...rest} className={`nl-button nl-button--${purpose} button-link`} />;
}
