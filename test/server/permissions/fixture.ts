/**
 * What the permission test needs to know of a route that is about one thing: which thing, and whose it is.
 *
 * A room adds a file beside this one that gives a fixture per route, and a line in `rooms.ts`. Routes that are about no one
 * thing (no `scope`) need none.
 */
import type { TestServer } from "../harness.js";

/** Whose the thing is, as the test knows it; the route's own `scope` has to come to the same. */
export interface Owners {
  /** Fund it belongs to; absent: none; `*`: whatever fund somebody has a role on. */
  readonly fund?: string;
  /** Organisation that leads it, or that it is. */
  readonly lead?: string;
  /** Organisation that takes part. */
  readonly partner?: string;
  /** Person it is about; everybody who reviews it. */
  readonly self?: string;
  /** People who may review it; absent: every reviewer of the fund. */
  readonly reviewers?: readonly string[];
  readonly trial?: boolean;
}

/** A route with a thing to try it on. */
export interface Fixture {
  readonly owners: Owners;
  /** Values for the path, for instance `{ roundId }`; a function makes a new thing for each try. */
  readonly params?: Readonly<Record<string, string>> | (() => Promise<Readonly<Record<string, string>>>);
  /** Values for the path of a thing that does not exist; needed where the permission is hidden. */
  readonly missing?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
}

/** Fixtures by route, for instance `GET /rounds/:roundId`. */
export type Fixtures = Readonly<Record<string, Fixture>>;

/** Makes a room's things on a server and says what they are. */
export type Room = (server: TestServer) => Promise<Fixtures>;
