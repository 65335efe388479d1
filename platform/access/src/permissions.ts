/**
 * Who may do what: the one table. A route names its permission, and the start fails for one that does not.
 *
 * Read a row as: this may be done by whoever has one of these roles on the thing it is done to (`Role` in actor.ts).
 * The auditor reads everything and changes nothing. A visitor who may not is told to sign in, before anything is looked
 * up. Who is signed in and may not is told so, or, where the row is `hidden`, gets the very words of a thing that does
 * not exist: that another organisation applied at all is nobody's business. Whoever can read the thing knows that it
 * exists: where the row names what it takes to read it (`reads`), they are told which role is missing.
 */
import type { Role } from "./actor.js";

/** One row. */
interface Row {
  readonly roles: readonly Role[];
  readonly hidden?: true;
  /** Of a hidden row: the permission to read the thing; from who has that one, it is not hidden. */
  readonly reads?: string;
}

/** One row, of which `reads` is a row too. */
export interface Permission extends Row {
  readonly reads?: PermissionId;
}

const table = {
  // What is public: the accord, the funds, rounds and decisions, the ledger. Anyone can check a decision.
  "accord.read": { roles: ["anyone"] },
  "ledger.read": { roles: ["anyone"] },
  "fund.read": { roles: ["anyone"] },
  "round.read": { roles: ["anyone"] },
  "job.read": { roles: ["anyone"] },
  // The API itself: its description, and who is here.
  "api.read": { roles: ["anyone"] },

  "session.read": { roles: ["anyone"] },
  // Signing in and out is for everybody, also for who is no longer signed in.
  "session.begin": { roles: ["anyone"] },
  "session.end": { roles: ["anyone"] },

  // Calls are public once they are published; drafts are for who makes or oversees the fund's calls.
  "call.read": { roles: ["anyone"] },
  "call.draft": { roles: ["fund-manager", "decider", "auditor", "programme-director"], hidden: true },
  "call.make": { roles: ["fund-manager"] },
  // Opening freezes a call and amending changes what was announced: the same person answers for both.
  "call.open": { roles: ["fund-manager"] },

  // Organisations. To find one and to ask to join is for everybody who signed in; that a register lacks one blocks nobody.
  "organisation.find": { roles: ["signed-in"] },
  "organisation.create": { roles: ["signed-in"] },
  "organisation.join": { roles: ["signed-in"] },
  "organisation.read": {
    roles: ["member", "reviewer", "fund-manager", "decider", "finance", "auditor", "programme-director"],
  },
  "organisation.change": { roles: ["admin"] },
  // Where an organisation has no members (any more), those who run a fund admit the first.
  "organisation.admit": { roles: ["member", "fund-manager", "programme-director"] },
  "organisation.manage": { roles: ["admin"] },
  "organisation.leave": { roles: ["admin", "self"] },

  // Roles: the programme director hands them out, of one fund or of all; the auditor sees who has which.
  "role.read": { roles: ["programme-director", "auditor"] },
  "role.find-people": { roles: ["programme-director"] },
  "role.hand-out": { roles: ["programme-director"] },
  // The code of an invitation is the key; the person signs in to use it.
  "invitation.read": { roles: ["anyone"] },
  "invitation.accept": { roles: ["signed-in"] },

  // Everybody's own data is their own, whatever else they are.
  "my-data.read": { roles: ["signed-in"] },
  "my-data.change": { roles: ["signed-in"] },
  "my-data.erase": { roles: ["signed-in"] },
  "token.read": { roles: ["signed-in"] },
  "token.make": { roles: ["signed-in"] },
  "retention.read": { roles: ["anyone"] },

  // A round that counts is registered by the fund's manager and decided by another person (four eyes).
  "round.register": { roles: ["fund-manager", "trier"] },
  "round.decide": { roles: ["decider", "trier"] },
  // Stopping a job decides nothing: who prepared the round may do it too.
  "job.cancel": { roles: ["decider", "fund-manager", "trier"] },
  // Why a decision is as it is may be asked by all; each explanation is made once, and one at a time.
  "explanation.request": { roles: ["anyone"] },

  // An application is its own organisation's, a partner's part is that partner's, and what was submitted is the fund's too.
  // Reviewers read it through their review, so that a blind one sees no more than that.
  "application.list": { roles: ["signed-in"] },
  "application.start": { roles: ["member"] },
  "application.read": {
    roles: ["member", "partner", "fund-manager", "decider", "finance", "auditor", "programme-director"],
    hidden: true,
  },
  "application.read-whole": {
    roles: ["member", "fund-manager", "decider", "finance", "auditor", "programme-director"],
    hidden: true,
  },
  "application.write": { roles: ["member"], hidden: true },
  // Who has the link may take the invitation up for an organisation of their own.
  "application.accept": { roles: ["member"] },
  "application.confirm": { roles: ["partner"], hidden: true },
  // The chance to complete, and what an officer had to look at.
  "application.treat": { roles: ["fund-manager"], hidden: true },
  // The register is public. Whoever sees personal data or an error in it may say so; the fund's manager answers.
  "register.read": { roles: ["anyone"] },
  "register.report": { roles: ["anyone"] },
  "register.reports-read": { roles: ["fund-manager", "auditor"] },
  "register.reports-answer": { roles: ["fund-manager"] },
  // Deciding takes two people: the fund's manager proposes, a decider answers (and not their own proposal).
  "proposal.read": { roles: ["fund-manager", "decider", "finance", "auditor", "programme-director"] },
  "proposal.make": { roles: ["fund-manager"] },
  "proposal.answer": { roles: ["decider"] },
  // A letter is for the organisation that leads, and for those of the fund who handle or oversee it.
  "letter.read": { roles: ["member", "fund-manager", "decider", "finance", "auditor"], hidden: true },
  "letter.list": { roles: ["fund-manager", "decider", "finance", "auditor"] },
  // Objecting is for the organisation that leads. Another person than who prepared it decides on it.
  "objection.list": { roles: ["signed-in"] },
  "objection.file": { roles: ["member"], hidden: true },
  "objection.read": { roles: ["member", "fund-manager", "decider", "auditor"], hidden: true },
  "objection.supplement": { roles: ["member"], hidden: true },
  "objection.withdraw": { roles: ["member"], hidden: true },
  "objection.handle": { roles: ["fund-manager"], hidden: true },
  "objection.decide": { roles: ["decider"], hidden: true },

  // Lists that come in from a file: the fund's manager brings them in; the auditor may look at what was brought in.
  "import.make": { roles: ["fund-manager"] },
  "import.read": { roles: ["fund-manager", "auditor"] },
  // Lists that go out as a file hold what the fund's people may read in pages.
  "export.read": { roles: ["fund-manager", "decider", "finance", "auditor", "programme-director"] },
  // A call as one file holds everything of it, personal data included.
  "archive.make": { roles: ["fund-manager", "auditor"] },
  // What comes from another installation is no fund's of this one.
  "archive.keep": { roles: ["fund-manager"] },
  "archive.read": { roles: ["fund-manager", "auditor"] },

  // The fund runs the review; who decides and who checks may look. Nobody sees it before it is decided beside them.
  "review.manage": { roles: ["fund-manager"] },
  "review.read": { roles: ["fund-manager", "decider", "auditor"] },
  // A list of the own assignments only.
  "review.list": { roles: ["reviewer"] },
  // Only who is assigned and has no conflict of interest; to others there is nothing to review.
  "review.own": { roles: ["reviewer"], hidden: true },
  // One application before the panel. Hidden, for an application is nobody's business but the fund's.
  "review.deliberation": { roles: ["fund-manager", "decider", "auditor"], hidden: true },
  "review.agree": { roles: ["fund-manager"], hidden: true },
  // After the decision. A grant is read by who receives it and by the fund; others cannot tell that it exists.
  "grant.list": { roles: ["member", "partner", "fund-manager", "decider", "finance", "auditor"] },
  "grant.read": {
    roles: ["member", "partner", "fund-manager", "decider", "finance", "auditor"],
    hidden: true,
  },
  // Reports, requests to change and requests for settlement come from the organisation that leads.
  "grant.apply": { roles: ["member"], hidden: true, reads: "grant.read" },
  "grant.manage": { roles: ["fund-manager"], hidden: true, reads: "grant.read" },
  // Settlement and withdrawal: proposed by the manager, decided by another person (four eyes).
  "grant.approve": { roles: ["decider"], hidden: true, reads: "grant.read" },
  // Payments are proposed and approved by two people of finance, who also enter what comes back.
  "grant.pay": { roles: ["finance"], hidden: true, reads: "grant.read" },
  "payment.list": { roles: ["finance", "fund-manager", "decider", "auditor"] },
  "payment.order": { roles: ["finance"] },
  // One's own running terms; the calendar has a private link, because calendars cannot sign in.
  "task.read": { roles: ["signed-in"] },
  "task.calendar": { roles: ["anyone"] },
} as const satisfies Record<string, Row>;

/** The name of a permission: `ROOM.VERB`. */
export type PermissionId = keyof typeof table;

/** The table. */
export const permissions: Readonly<Record<PermissionId, Permission>> = table;
