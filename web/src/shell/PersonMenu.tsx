/** Who is here, at the top of every page: signing in, or a menu with one's own pages and signing out. */
import { useLocation } from "@tanstack/react-router";
import { useEffect, useId, useRef, useState } from "react";
import { PageLink } from "../components/PageLink.js";
import { useShellTexts } from "../i18n/shell.js";
import { ROLE_PAGES } from "./role-pages.js";
import { type Person, usePerson, useSignInAddress } from "./session.js";
import { useSignOut } from "./use-sign-out.js";
import "./PersonMenu.css";

/** Signing in for a visitor, the menu for somebody; nothing until it is known who is here. */
export function PersonMenu() {
  const t = useShellTexts();
  const person = usePerson();
  const address = useSignInAddress();
  if (person === undefined) return null;
  if (person === null)
    return (
      <a href={address} className="person-menu__sign-in screen-only">
        {t.person.signIn}
      </a>
    );
  return <Menu person={person} />;
}

function Menu({ person }: { person: Person }) {
  const t = useShellTexts();
  const [open, setOpen] = useState(false);
  const list = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  const signOut = useSignOut();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu.
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    if (!open) return;
    const elsewhere = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("click", elsewhere);
    document.addEventListener("focusin", elsewhere);
    document.addEventListener("keydown", onEscape);
    return () => {
      document.removeEventListener("click", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      document.removeEventListener("keydown", onEscape);
    };
  }, [open]);
  return (
    <div ref={menu} className="person-menu screen-only">
      <button
        ref={button}
        type="button"
        className="person-menu__button"
        aria-label={t.person.menuOf(person.name)}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <span className="person-menu__name">{person.name}</span>
        <span className="person-menu__word">{t.person.menu}</span>
      </button>
      <ul id={list} className="person-menu__list" hidden={!open}>
        {ROLE_PAGES.filter(({ shown }) => shown(person)).map(({ path, key }) => (
          <li key={path}>
            <PageLink path={path}>{t.person.pages[key]}</PageLink>
          </li>
        ))}
        {person.organisations.map(({ id, name }) => (
          <li key={id}>
            <PageLink path={`/organisations/${id}`}>{name}</PageLink>
          </li>
        ))}
        <li>
          <PageLink path="/account">{t.person.account}</PageLink>
        </li>
        <li>
          <button type="button" onClick={() => signOut.mutate(false)}>
            {t.person.signOut}
          </button>
        </li>
      </ul>
    </div>
  );
}
