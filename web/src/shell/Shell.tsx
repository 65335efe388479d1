/** The frame around every page: skip link, header, main, footer. */
import "@nl-design-system-candidate/skip-link-css/skip-link.css";
import { Link, type LinkProps, Outlet, useLocation } from "@tanstack/react-router";
import { useEffect } from "react";
import { API } from "../api/client.js";
import { PageLink } from "../components/PageLink.js";
import { type Language, LanguageProvider, useLanguage, withoutLanguage } from "../i18n/language.js";
import { useShellTexts } from "../i18n/shell.js";
import { AnnouncerProvider } from "./Announcer.js";
import { PersonMenu } from "./PersonMenu.js";
import "./Shell.css";

const NAVIGATION = [
  { path: "/", key: "accord" },
  { path: "/funds", key: "funds" },
  { path: "/calls", key: "calls" },
  { path: "/rounds", key: "rounds" },
  { path: "/register", key: "register" },
  { path: "/ledger", key: "ledger" },
  { path: "/verify", key: "verify" },
  { path: "/about", key: "about" },
] as const;

/** The frame in a language. */
export function Shell({ language }: { language: Language }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageProvider language={language}>
      <AnnouncerProvider>
        <Frame />
      </AnnouncerProvider>
    </LanguageProvider>
  );
}

function Frame() {
  const t = useShellTexts();
  return (
    <div className="shell">
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#content">
        {t.skip}
      </a>
      <header className="shell__header">
        <div className="shell__bar">
          <PageLink path="/" className="shell__brand">
            <Mark />
            <span>{t.product}</span>
          </PageLink>
          <LanguageSwitch />
          <PersonMenu />
        </div>
        <nav aria-label={t.nav.label} className="shell__nav screen-only">
          <ul>
            {NAVIGATION.map(({ path, key }) => (
              <li key={path}>
                <PageLink path={path} exact={path === "/"}>
                  {t.nav[key]}
                </PageLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" tabIndex={-1} className="shell__main">
        <Outlet />
      </main>
      <footer className="shell__footer">
        <div className="shell__footer-inner">
          <p>
            <strong>{t.product}</strong>
            <br />
            {t.tagline}.
          </p>
          <ul className="screen-only">
            <li>
              <a href="/api/docs">{t.footer.api}</a>
            </li>
            <li>
              <a href={`${API}/ledger/export`} download="ledger.json">
                {t.footer.export}
              </a>
            </li>
          </ul>
          <p className="small soft">
            {t.footer.source} {t.footer.zone}
          </p>
        </div>
      </footer>
    </div>
  );
}

/** The same page in the other language, state in the query string included. */
function LanguageSwitch() {
  const t = useShellTexts();
  const other: Language = useLanguage() === "nl" ? "en" : "nl";
  const location = useLocation();
  const rest = withoutLanguage(location.pathname);
  const to = (rest === "/" ? `/${other}` : `/${other}${rest}`) as NonNullable<LinkProps["to"]>;
  return (
    <Link
      to={to}
      search={location.search as never}
      hash={location.hash}
      resetScroll={false}
      lang={other}
      hrefLang={other}
      aria-label={t.language.label}
      className="shell__language screen-only"
    >
      {t.language.switchTo}
    </Link>
  );
}

/** The sign of the product: one bar ahead of the others. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className="shell__mark">
      <rect x="2" y="4" width="16" height="6" rx="3" className="shell__mark-other" />
      <rect x="2" y="13" width="28" height="6" rx="3" className="shell__mark-lead" />
      <rect x="2" y="22" width="11" height="6" rx="3" className="shell__mark-other" />
    </svg>
  );
}
