/** Pages that belong to what somebody does here; the menu under a person's name lists them. */
import type { Person } from "./session.js";
import { holds } from "./session.js";

/** A page in the menu, named by a text of the shell (`person.pages`). */
export interface RolePage {
  readonly path: string;
  readonly key: "my" | "reviews" | "roles" | "tasks" | "grants" | "payments" | "exchange" | "objections";
  readonly shown: (person: Person) => boolean;
}

/** The pages in the order of the menu. A room adds its row, and the name to `person.pages` in both languages. */
export const ROLE_PAGES: readonly RolePage[] = [
  { path: "/my", key: "my", shown: (person) => person.organisations.length > 0 },
  { path: "/reviews", key: "reviews", shown: (person) => holds(person, ["reviewer"]) },
  { path: "/tasks", key: "tasks", shown: () => true },
  {
    path: "/grants",
    key: "grants",
    shown: (person) =>
      person.organisations.length > 0 || holds(person, ["fund-manager", "decider", "finance", "auditor"]),
  },
  {
    path: "/payments",
    key: "payments",
    shown: (person) => holds(person, ["finance", "fund-manager", "auditor"]),
  },
  {
    path: "/objections",
    key: "objections",
    shown: (person) =>
      person.organisations.length > 0 || holds(person, ["fund-manager", "decider", "auditor"]),
  },
  { path: "/roles", key: "roles", shown: (person) => holds(person, ["programme-director", "auditor"]) },
  { path: "/exchange", key: "exchange", shown: (person) => holds(person, ["fund-manager", "auditor"]) },
];
