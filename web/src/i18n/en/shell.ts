import type { shell as dutch } from "../nl/shell.js";
import type { Texts } from "../texts.js";

export const shell: Texts<typeof dutch> = {
  product: "Voorsprong",
  tagline: "Every promise a running instrument, every decision open to recalculation",
  skip: "Skip to content",
  nav: {
    label: "Main menu",
    accord: "Accord",
    funds: "Funds",
    calls: "Calls",
    rounds: "Rounds",
    register: "Register",
    ledger: "Ledger",
    verify: "Verify",
    about: "How it works",
  },
  breadcrumbs: "Breadcrumbs",
  language: { switchTo: "Nederlands", label: "Lees deze pagina in het Nederlands" },
  person: {
    signIn: "Sign in",
    menu: "Menu",
    menuOf: (name) => `Menu of ${name}`,
    account: "My account",
    signOut: "Sign out",
    signedOut: "You have signed out.",
    pages: {
      my: "My applications",
      reviews: "My reviews",
      roles: "Roles",
      tasks: "To do",
      grants: "Grants",
      payments: "Payments",
      exchange: "Lists and archives",
      objections: "Objections",
    },
  },
  footer: {
    source: "Free software under the EUPL-1.2.",
    api: "API and documentation",
    export: "Download the ledger",
    zone: "Times are in Dutch time.",
  },
  loading: "Loading …",
  retry: "Try again",
  example: "Example data",
  exampleExplained: "These figures were made by a generator. Nothing was measured.",
  trial: "Trial",
  trialExplained: "A trial does not count towards the accord.",
  problem: {
    signedOut: {
      title: "Sign in first",
      text: "This page is for people who have signed in.",
      work: "You are not signed in (any more). Sign in in a new tab. What you filled in here stays; try again after that.",
      link: "Sign in in a new tab",
    },
    forbidden: {
      title: "You may not do this",
      text: "You are signed in, but you do not have the role that this takes. The programme director hands out the roles.",
      reason: "What the system says:",
    },
    heading: "That did not work",
    offline: "The server cannot be reached. Check your connection and try again.",
    broken: "The page stopped working. Reload it; if it keeps failing, report what stands below.",
    errors: (n) => (n === 1 ? "1 error was found:" : `${n} errors were found:`),
    line: (line) => `line ${line}`,
    column: (column) => `column ${column}`,
  },
  notFound: {
    title: "This page does not exist",
    text: "The address may have been copied wrongly. You can go on from here:",
  },
  table: {
    show: "Show the table",
    download: "Download",
    scroll: (caption) => `Table: ${caption}. Scroll sideways for all columns.`,
    empty: "There is nothing in this table yet.",
  },
  pages: {
    label: "Pages",
    beyond: (page) => `Page ${page} does not exist.`,
    last: (page) => `Go to the last page (${page})`,
    previous: "Previous",
    next: "Next",
    position: (page, pages) => `Page ${page} of ${pages}`,
    total: (from, to, total) => `${from} to ${to} of ${total}`,
  },
  drop: {
    choose: "Choose a file",
    or: "or drop it here",
  },
  state: { open: "Open", deciding: "Being decided", decided: "Decided" },
  exampleTitle: (fund, n) => `${fund}, ${n} example applications`,
  rule: {
    optimal: "Most points within the limits",
    ranking: "By order of score",
    "first-come": "By order of receipt",
    lottery: "By lot",
    "pro-rata": "Pro rata",
  },
  ruleText: {
    optimal:
      "Of all selections that fit the budget and the limits, the one with most points in total wins. The decision comes with a proof of how good that selection is.",
    ranking:
      "Applications are taken in order of score. Those that still fit are funded; equal scores are ordered by lot.",
    "first-come":
      "Applications are taken in order of receipt. Those that still fit are funded; those received together are ordered by lot.",
    lottery:
      "Applications are ordered by lot and taken in that order. Those that still fit are funded; the score does not count.",
    "pro-rata":
      "Every application gets a part of what it asks. Everyone's part rises alike, until a limit that the application falls under is full.",
  },
  level: {
    A: "Proven optimal",
    B: "Proven within a margin",
    C: "Feasible only, not proven",
    none: "Not every limit is met",
  },
};
