import type { about as dutch } from "../nl/about.js";
import type { Texts } from "../texts.js";

export const about: Texts<typeof dutch> = {
  title: "How it works",
  intro:
    "Whoever divides public money must be able to show that it was done fairly. This is how that is done here, and what you can check yourself.",
  steps: {
    title: "From announcement to decision",
    announce: {
      title: "First the rule",
      text: "Budgets, limits, rule and lot are fixed before a round begins. The announcement is in the ledger.",
    },
    decide: {
      title: "Then the decision",
      text: "Depending on the rule, the program looks for the choice with the most points, or walks down the list in order of score.",
    },
    prove: {
      title: "With a proof",
      text: "A decision comes with a document that holds everything: the applications, the rule, the outcome, the proof, and an explanation for each application that was not funded.",
    },
    check: {
      title: "And anyone checks it",
      text: "A separate program recomputes every number in the document: on this site, in your own browser, or without this site.",
    },
  },
  levels: {
    title: "Three levels of proof",
    intro: "Every decision says exactly how much was proven. The levels are never mixed up.",
    caption: "What each level means",
    columns: { level: "Level", words: "In words", means: "What you know for certain" },
    A: {
      words: "Proven optimal",
      means: "No other choice within the limits has more points. There may be one with as many.",
    },
    B: {
      words: "Proven within a number of points",
      means:
        "No other choice within the limits has more than that number of points extra. This choice may be the best, but that has not been proven.",
    },
    C: {
      words: "Feasible only",
      means: "The choice is within all limits. How good it is has not been proven.",
    },
  },
  how: {
    title: "How can a bound be proven?",
    text: [
      "Give each limit a price: whoever uses a scarce budget pays for it with points. Then count for each application only what is left after that price. What this adds up to is always at least as much as the best real choice.",
      "These prices are in the decision. Whoever adds them up, in whole numbers and without rounding, knows for certain that no choice exceeds that bound. If the decision lies on the bound, it is the best choice.",
      "If a difference remains, cases are split: with an application and without it. Each case gets prices again, until no case exceeds the decision. That whole tree is in the decision as well.",
      "Most points is a choice in itself. It gives money to many small applications more often than to a few large ones, unless the limits say otherwise.",
    ],
  },
  not: {
    title: "What is not proven",
    items: [
      "Whether the scores are right. They come from the reviewers; the proof begins where their work ends.",
      "Whether the limits are wise. That is a choice of policy.",
      "Who holds the key of the ledger. Compare the key and the last entry with a copy that you got earlier or elsewhere.",
      "That the time of an entry in the ledger agrees with the clock.",
      "Whether a choice of level B or C is the best.",
    ],
  },
  example: {
    title: "Example data",
    text: "This site starts with invented rounds, so that there is something to see. They were made by a generator and are marked everywhere. They do not count as results of the accord.",
  },
  ways: {
    title: "Without these pages",
    cli: "On the command line, in a copy of the source code:",
    api: "Everything here can also be had through the API:",
    apiLink: "description of the API",
    openapi: "OpenAPI document",
    keys: "public key of the ledger",
    verify: "Check a decision or the ledger",
  },
};
