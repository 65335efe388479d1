/** A draft on the page, kept by a `DraftKeeper`. */
import type { GrantApplicationView, SavedDraft } from "@voorsprong/server/contract";
import { useEffect, useState, useSyncExternalStore } from "react";
import { applicationPath } from "../../../api/application-queries.js";
import { ApiProblem, getJson, isContactLost, sendJson } from "../../../api/client.js";
import { DraftKeeper, type DraftState, type KeeperWorld } from "./keeper.js";

/** The key under which a draft's unsaved changes stand in this browser, per person: computers are shared. */
function storageKey(id: string, personId: string): string {
  return `voorsprong/draft/${personId}/${id}`;
}

function worldOf(id: string, personId: string): KeeperWorld {
  const key = storageKey(id, personId);
  return {
    async save(revision, changes) {
      try {
        const saved = await sendJson<SavedDraft>("PATCH", applicationPath(id), { revision, changes });
        return { kind: "saved", ...saved };
      } catch (error) {
        if (isContactLost(error as Error)) return { kind: "away" };
        if (!(error instanceof ApiProblem)) throw error;
        const { status, detail } = error.problem;
        // A session that has ended is made again by signing in; the work waits in this browser.
        if (status === 401) return { kind: "signed-out" };
        return status === 409 ? { kind: "conflict" } : { kind: "refused", reason: detail };
      }
    },
    async read() {
      try {
        const { document, revision } = await getJson<GrantApplicationView>(applicationPath(id));
        return document === null ? null : { document, revision };
      } catch {
        return null;
      }
    },
    recall: () => localStorage.getItem(key),
    remember(text) {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    },
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds);
      return () => clearTimeout(timer);
    },
  };
}

/** Edits a draft: the state to show and the keeper to change it with. */
export function useDraft(
  application: GrantApplicationView,
  personId: string,
): { readonly state: DraftState; readonly keeper: DraftKeeper } {
  const [keeper] = useState(
    () =>
      new DraftKeeper(worldOf(application.id, personId), {
        document: application.document!,
        revision: application.revision,
      }),
  );
  const state = useSyncExternalStore(
    (listener) => keeper.subscribe(listener),
    () => keeper.state,
  );
  useEffect(() => {
    const online = () => void keeper.flush();
    addEventListener("online", online);
    return () => {
      removeEventListener("online", online);
      // Leaving the page within the site: what is on its way may as well arrive.
      void keeper.flush();
    };
  }, [keeper]);
  return { state, keeper };
}
