import type { fund as dutch } from "../nl/fund.js";
import type { Texts } from "../texts.js";

export const fund: Texts<typeof dutch> = {
  list: {
    title: "Funds",
    intro:
      "Each fund carries out a clause of the accord. How much money there is and how it is divided is fixed beforehand.",
    empty: "This programme has no funds yet.",
    envelope: "Available",
  },
  clause: "Carries out",
  envelope: (amount) => `${amount} is available.`,
  call: {
    title: "Applications",
    announced: "Announced",
    open: "Open",
    closed: "Closed",
    period: (opens, closes) => `Open from ${opens} to ${closes}.`,
    note: "One cannot apply on this system yet. A fund manager prepares a round with a file.",
  },
  budgets: {
    title: "Money per year",
    picture: "Budget per year",
    columns: { year: "Year", amount: "Amount", call: "In this call" },
    thisCall: "in this call",
    yes: "yes",
    no: "no",
  },
  rule: {
    title: "How it is divided",
    frozen: "The rule and the limits are fixed as soon as a round begins.",
    money: (step) => `Of selections with the same points the cheapest goes first, in steps of ${step}.`,
    seed: {
      "published-before-opening":
        "Where the lot has to decide, it follows from a seed known beforehand; anyone can recompute it.",
      "drawn-by-ledger":
        "The lot is drawn by the ledger. When a round is registered a secret is made of which only the fingerprint is known; with the decision it becomes public, and then anyone can recompute the lot.",
    },
    limits: "Limits",
    noLimits: "There are no limits besides the budget.",
  },
  limits: {
    caption: "Limits per group",
    columns: { group: "Group", min: "At least", max: "At most", measure: "Measured as" },
    tags: { theme: "theme", region: "province", size: "kind of applicant" },
    none: "no limit",
    of: { awarded: "share of the awarded money", budget: "share of the budget" },
    kinds: { amount: "awarded amount", count: "number of awarded applications" },
    ofBudget: (budget) => `from budget ${budget}`,
  },
  categories: {
    title: "How applications are classified",
    themes: "Themes",
    regions: "Provinces",
    sizes: "Kind of applicant",
  },
  assumptions: "Assumptions",
  assumptionsIntro: "The accord does not say this. It was chosen for this programme.",
  assumption: "Assumption",
  rounds: {
    title: "Rounds",
    intro: "A round is one division of money: applications, limits and a decision that anyone can check.",
    caption: "Rounds, newest first",
    empty: "There are no rounds yet.",
    new: "New round",
    columns: {
      title: "Round",
      state: "State",
      rule: "Rule",
      applications: "Applications",
      requested: "Requested",
      budget: "Budget",
      created: "Made on",
    },
  },
  example: {
    title: "Make an example round",
    intro:
      "The generator makes invented applications under the limits of this fund. The same number and the same seed always give the same round.",
    applications: "Number of applications",
    applicationsHint: "From 1 to 200,000.",
    applicationsError: "Enter a whole number from 1 to 200,000.",
    seed: "Seed",
    seedHint: "A whole number from 0. Choose another number for another round.",
    seedError: "Enter a whole number of 0 or more.",
    rule: "Rule of division",
    ruleHint: "The fund announces one rule; an example may try another.",
    difficulty: "Difficulty",
    difficulties: {
      simple: "Simple: only budgets bind",
      loose: "Usual: some limits bind",
      tight: "Tight: many limits bind",
    },
    make: "Make the round",
    making: "The round is being made …",
    made: "The round was made.",
  },
};
