import type { ledger as dutch } from "../nl/ledger.js";
import type { Texts } from "../texts.js";

export const ledger: Texts<typeof dutch> = {
  title: "Ledger",
  intro:
    "Everything that was announced and decided, in order. The ledger can only grow. Each entry carries the fingerprint of the one before it, so whoever changes something breaks the chain.",
  verify: {
    title: "Check the whole chain",
    intro: "Your browser fetches the whole ledger and checks every link and every signature.",
    button: "Check the ledger",
    busy: "The ledger is being checked …",
    download: "Download the ledger (JSON)",
  },
  entries: "The entries, newest first",
  empty: "The ledger is still empty.",
  subject: (subject) => `Only entries about ${subject}`,
  all: "Show all entries",
  entry: (seq) => `Entry ${seq}`,
  kinds: {
    "ledger.opened": "Ledger opened",
    "round.opened": "Round opened",
    "round.decided": "Round decided",
    "decision.published": "Decision published",
  },
  hash: "Fingerprint",
  previous: "Fingerprint of the entry before",
  signature: "Signature",
  body: "Content",
  details: "All data",
  joined: (seq) => `joins entry ${seq}`,
  broken: (seq) => `does not join entry ${seq}`,
  first: "start of the chain",
};
