/**
 * Keeps a draft: what is typed is in the browser's storage at once and on the server a moment later. A server that is
 * away is asked again; what somebody else saved meanwhile is put underneath, and only where both changed the same place
 * the reader has to choose. Nothing that was typed is lost on the way.
 */
import type { ApplicationDocument, ApplicationParts } from "@voorsprong/server/contract";
import { type Changes, type Place, same, toParts, valueAt, withPlaces } from "./places.js";
import { type Conflict, rebase } from "./rebase.js";

/** A document as the server has it. */
export interface ServerDraft {
  readonly document: ApplicationDocument;
  readonly revision: number;
}

/**
 * How saving ended. `conflict`: somebody else was first. `away`: no contact. `signed-out`: the session has
 * ended. `refused`: it cannot be saved.
 */
export type SaveAnswer =
  | { readonly kind: "saved"; readonly revision: number; readonly savedAt: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "away" | "signed-out" }
  | { readonly kind: "refused"; readonly reason: string };

/** The world around a keeper. */
export interface KeeperWorld {
  save(revision: number, changes: ApplicationParts): Promise<SaveAnswer>;
  /** The draft as it is now; null when there is no contact. */
  read(): Promise<ServerDraft | null>;
  /** Text that outlives the page; null: none. */
  recall(): string | null;
  remember(text: string | null): void;
  /** Calls back later; gives a way to call it off. */
  after(milliseconds: number, work: () => void): () => void;
}

/** What is kept in the browser. */
interface Remembered {
  readonly revision: number;
  readonly changes: Changes;
  readonly base: Changes;
}

/** Where the draft stands. */
export interface DraftState {
  readonly document: ApplicationDocument;
  readonly revision: number;
  readonly status: "saved" | "waiting" | "saving" | "away" | "signed-out" | "conflict" | "refused";
  readonly savedAt: string | null;
  readonly conflicts: readonly Conflict[];
  /** Somebody else's changes came in underneath. */
  readonly merged: boolean;
  readonly reason: string | null;
  /** Changes found in this browser that were never saved, waiting to be put back or thrown away. */
  readonly found: readonly Place[];
}

/** After the last keystroke, and between tries when the server is away. */
const TYPING_PAUSE = 800;
const RETRY = 5_000;

/** A draft that is being edited. */
export class DraftKeeper {
  readonly #world: KeeperWorld;
  readonly #listeners = new Set<() => void>();
  #base: ServerDraft;
  #changes: Changes = {};
  #sending: Changes | null = null;
  #callOff: () => void = () => undefined;
  #remembered: Remembered | null;
  #state: DraftState;

  constructor(world: KeeperWorld, draft: ServerDraft) {
    this.#world = world;
    this.#base = draft;
    this.#remembered = this.#recalled();
    this.#state = {
      document: draft.document,
      revision: draft.revision,
      status: "saved",
      savedAt: null,
      conflicts: [],
      merged: false,
      reason: null,
      found: Object.keys(this.#remembered?.changes ?? {}),
    };
  }

  /** The present state; the same object until something changes. */
  get state(): DraftState {
    return this.#state;
  }

  /** Tells when the state changes; gives a way to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A place gets a value. */
  change(place: Place, value: unknown): void {
    this.#changes = { ...this.#changes, [place]: value };
    this.#put({ status: this.#state.conflicts.length > 0 ? "conflict" : "waiting", reason: null });
    this.#later(TYPING_PAUSE);
  }

  /** Puts back what was found in this browser, on top of what is there now. */
  putBack(): void {
    const found = this.#remembered;
    if (found === null) return;
    this.#remembered = null;
    const base = withPlaces(this.#base.document, found.base);
    const { changes, conflicts } = rebase(base, found.changes, this.#base.document);
    this.#changes = { ...changes, ...this.#changes };
    this.#put({ found: [], conflicts, status: conflicts.length > 0 ? "conflict" : "waiting" });
    this.#later(0);
  }

  /** Throws away what was found in this browser. */
  throwAway(): void {
    this.#remembered = null;
    this.#put({ found: [] });
  }

  /** Settles one conflict. */
  choose(place: Place, whose: "mine" | "theirs"): void {
    const conflict = this.#state.conflicts.find((each) => each.place === place);
    if (conflict === undefined) return;
    const { [place]: later, ...others } = this.#changes;
    this.#changes = whose === "theirs" ? others : { ...others, [place]: later ?? conflict.mine };
    const conflicts = this.#state.conflicts.filter((each) => each !== conflict);
    const dirty = Object.keys(this.#changes).length > 0;
    this.#put({ conflicts, status: conflicts.length > 0 ? "conflict" : dirty ? "waiting" : "saved" });
    if (conflicts.length === 0) this.#later(0);
  }

  /** Saves what is not saved yet, now. Ends when it is saved, or cannot be. */
  async flush(): Promise<void> {
    this.#callOff();
    await this.#send();
  }

  /** Stops timers; what is not saved stays in the browser. */
  stop(): void {
    this.#callOff();
  }

  #later(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#world.after(milliseconds, () => void this.#send());
  }

  async #send(): Promise<void> {
    if (this.#sending !== null || this.#state.conflicts.length > 0) return;
    const sending = this.#changes;
    if (Object.keys(sending).length === 0) return;
    this.#sending = sending;
    this.#changes = {};
    this.#put({ status: "saving" });
    const answer = await this.#world.save(this.#base.revision, toParts(sending));
    if (answer.kind === "saved") return this.#saved(sending, answer);
    this.#takeBack(sending);
    if (answer.kind === "conflict") return this.#meet();
    if (answer.kind === "refused") return this.#put({ status: "refused", reason: answer.reason });
    this.#put({ status: answer.kind });
    // Whoever signs in again in another tab is found too.
    this.#later(RETRY);
  }

  async #saved(sent: Changes, answer: Extract<SaveAnswer, { kind: "saved" }>): Promise<void> {
    this.#base = { document: withPlaces(this.#base.document, sent), revision: answer.revision };
    this.#sending = null;
    const dirty = Object.keys(this.#changes).length > 0;
    this.#put({ status: dirty ? "waiting" : "saved", savedAt: answer.savedAt, reason: null });
    if (dirty) await this.#send();
  }

  #takeBack(sent: Changes): void {
    this.#sending = null;
    this.#changes = { ...sent, ...this.#changes };
  }

  /** Somebody else was first: their document goes underneath. */
  async #meet(): Promise<void> {
    const now = await this.#world.read();
    if (now === null) {
      this.#put({ status: "away" });
      return this.#later(RETRY);
    }
    const { changes, conflicts } = rebase(this.#base.document, this.#changes, now.document);
    this.#base = now;
    this.#changes = changes;
    this.#put({ merged: true, conflicts, status: conflicts.length > 0 ? "conflict" : "waiting" });
    if (conflicts.length === 0) {
      if (Object.keys(changes).length === 0) this.#put({ status: "saved" });
      else await this.#send();
    }
  }

  #put(state: Partial<DraftState>): void {
    const mine = Object.fromEntries(
      (state.conflicts ?? this.#state.conflicts).map((each) => [each.place, each.mine]),
    );
    const unsaved = { ...mine, ...this.#sending, ...this.#changes };
    this.#state = {
      ...this.#state,
      ...state,
      document: withPlaces(this.#base.document, unsaved),
      revision: this.#base.revision,
    };
    this.#remember(unsaved);
    for (const listener of this.#listeners) listener();
  }

  #remember(unsaved: Changes): void {
    const places = Object.keys(unsaved);
    if (places.length === 0) {
      // What was found and not yet put back must survive the next visit too.
      if (this.#remembered === null) this.#world.remember(null);
      return;
    }
    const base = Object.fromEntries(
      places.map((place) => [place, valueAt(this.#base.document, place) ?? null]),
    );
    const kept = this.#remembered;
    const all: Remembered = {
      revision: this.#base.revision,
      changes: { ...kept?.changes, ...unsaved },
      base: { ...kept?.base, ...base },
    };
    this.#world.remember(JSON.stringify(all));
  }

  #recalled(): Remembered | null {
    const text = this.#world.recall();
    if (text === null) return null;
    try {
      const found = JSON.parse(text) as Remembered;
      const differs = Object.entries(found.changes).some(
        ([place, value]) => !same(value, valueAt(this.#base.document, place)),
      );
      if (differs) return found;
    } catch {
      // Not ours, or cut off: there is nothing to put back.
    }
    this.#world.remember(null);
    return null;
  }
}
