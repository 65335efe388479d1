import type { explanation as dutch } from "../nl/explanation.js";
import type { Texts } from "../texts.js";

export const explanation: Texts<typeof dutch> = {
  rules: {
    heading: "What each rule would have given",
    intro:
      "The decision follows the rule that was announced. The other rules were worked out on the same applications and limits.",
    picture: "Points of the funded applications per rule",
    rule: "Rule",
    announced: "announced",
    points: "Points",
    funded: "Funded",
    spent: "Money",
    breaches: "Broken limits",
    none: "none",
    infeasible: "no selection possible",
    line: (funded, spent) => `${funded} ${funded === "1" ? "application" : "applications"}, ${spent}`,
    broken: (n) => (n === "1" ? "(breaks 1 limit)" : `(breaks ${n} limits)`),
    brokenBy: (rule, n) => `${rule}: ${n === "1" ? "1 broken limit" : `${n} broken limits`}`,
    parts:
      "Pro rata gives each application a part of what it asks, and it counts for the same part of its points. So that rule can reach more points than the best selection of whole applications.",
    missing: (rules) => `Not worked out: ${rules}.`,
    only: "There is no other rule by which this round could be divided.",
  },
  impossible: {
    received: "not every application says when it was received",
    draw: "the lot is not drawn yet",
    unknown: "no selection was known in time",
    because: (rule, reason) => `${rule} (${reason})`,
    cannot: (rules) => `Not possible for this round: ${rules}.`,
  },
  ties: {
    lotProven:
      "Where more selections have the same points, the lot announced beforehand decides. That this selection then wins is proven.",
    lotOpen:
      "Where more selections have the same points, the lot announced beforehand decides. That this selection then wins is not proven to the end.",
    moneyProven: (steps, step) =>
      `Of all selections with the same points the cheapest goes first, measured in steps of ${step}. This one takes ${steps} steps; that fewer are impossible is proven.`,
    moneyOpen: (steps, step) =>
      `Of all selections with the same points the cheapest goes first, measured in steps of ${step}. This one takes ${steps} steps; that fewer are impossible is not proven.`,
  },
  draw: {
    title: "The draw",
    known:
      "The lot of each application follows from a seed that was fixed beforehand; anyone can recompute it. The seed:",
    before:
      "The lot is drawn by the ledger. The secret was made when the round was registered; only its fingerprint is known yet. With the decision the secret becomes public. Together with the ledger entry of the round it gives the order.",
    after:
      "The secret was fixed before the ledger entry existed, and nobody else knew it. Secret and ledger entry together give the seed of the lot: anyone can recompute it.",
    commitment: "Fingerprint of the secret",
    secret: "Secret",
    hidden: "becomes public with the decision",
    entry: "Ledger entry of the round",
    noEntry: "this ledger does not draw the lot",
  },
  heading: "What settled the decision",
  intro:
    "What each limit costs, who scored higher and still got nothing, and who could have been different. Every number comes with a proof that can be recomputed.",
  making: "The explanation is being made. This part fills in by itself.",
  makingSteps: (done, of) => `Question ${done} of ${of}.`,
  made: "The explanation is there.",
  cancel: "Stop making the explanation",
  cancelled: "Making the explanation was stopped. The decision itself does not change by that.",
  failed: "The explanation failed",
  again: "Make the explanation again",
  download: "Download the explanation (JSON)",
  seconds: (seconds) => `Made in ${seconds} seconds.`,
  standing: {
    heading: "Could it have been different?",
    unknown: "Whether other selections are as good can only be said when the decision is proven optimal.",
    names: {
      all: "In every best selection",
      some: "In some best selections",
      none: "In no best selection",
      unsettled: "Not worked out",
    },
  },
  prices: {
    heading: "What each limit costs",
    intro:
      "Per limit: how many more points there were to get with that limit one step looser, and without it. The money is what that selection would spend more or less.",
    picture: "Points that each limit costs",
    limit: "Limit",
    step: "One step",
    steps: { budget: "1% more", share: "1 percentage point", count: "1 application", amount: "1% looser" },
    looser: "One step looser",
    without: "Without this limit",
    level: "Proof",
    exact: "exact",
    range: "a range",
    none: "–",
    free: "0 points",
    gain: (points, money) => `${points} (${money})`,
    points: (points) => `${points} ${points === "1" || points === "-1" ? "point" : "points"}`,
    between: (low, high) => `${low} to ${high} points`,
    moreMoney: (money) => `${money} more spent`,
    lessMoney: (money) => `${money} less spent`,
    sameMoney: "as much spent",
    shares: "All shares together",
    together: (n, gain) =>
      n === "1"
        ? `The one limit not listed here costs ${gain}.`
        : `The ${n} limits not listed here cost ${gain} together.`,
    togetherList: (n) => (n === "1" ? "which limit that is" : `which ${n} limits those are`),
    nothing: "No limit costs points that can be named apart.",
    source: "Source: the explanation of the decision. More points means that the limit costs points.",
  },
  inversions: {
    heading: "Higher score, not funded",
    caption: "Applications turned down with a higher score than a funded one",
    application: "Application",
    score: "Score",
    count: "Lower and funded",
    over: "The lowest of those",
    why: "Why they cannot change places",
    fits: "an exchange would have fitted; the decision is not proven optimal",
    list: (n) => (n === "1" ? "see this application" : `see these ${n} applications`),
    listFirst: (shown, total) => `see the first ${shown} of these ${total} applications`,
    first: (shown, total) => `The ${shown} with the highest score of ${total}; all are in the download.`,
  },
  groups: { share: "Share of the money" },
  application: {
    heading: "Why, and what would have helped",
    standing: "Could it have been different",
    inTheWay: "What stood in the way",
    points: "Score needed",
    cost: "Amount needed",
    ask: "Work out the exact score and amount",
    askText:
      "The exact answer takes computing time. Mind the amount: where a limit sets a minimum, asking less is not always better; it then says so.",
    here: "This happens in your browser.",
    there: "This round is large; the server works it out.",
    running: "Working out score and amount …",
    steps: (done, of) => `Step ${done} of ${of}.`,
    cancel: "Stop",
    done: "Worked out.",
    failed: "This failed",
    inBrowser: "Worked out in your browser, with proof; not recorded.",
  },
};
