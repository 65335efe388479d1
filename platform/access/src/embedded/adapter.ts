/** Where the embedded provider keeps what it hands out: in memory, for an hour at most, and so much of it. */
import type { Adapter, AdapterPayload } from "oidc-provider";

/** The most things kept; the oldest go first. */
const most = 5_000;

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** Makes the adapters of one provider; they share one memory. */
export function memoryAdapters(): (name: string) => Adapter {
  const kept = new Map<string, Kept>();
  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found !== undefined && found.until > Date.now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const search = (matches: (payload: AdapterPayload) => boolean) =>
    [...kept.keys()].map(alive).find((payload) => payload !== undefined && matches(payload));
  return (name) => {
    const keyOf = (id: string) => `${name}/${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        kept.delete(keyOf(id));
        kept.set(keyOf(id), { payload, until: Date.now() + (expiresIn ?? 3_600) * 1_000 });
        for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
      },
      find: async (id) => alive(keyOf(id)),
      findByUid: async (uid) => search((payload) => payload.uid === uid),
      findByUserCode: async (code) => search((payload) => payload.userCode === code),
      async consume(id) {
        const payload = alive(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
