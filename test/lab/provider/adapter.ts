/** Storage of the provider: plain maps, gone with the process. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  payload: AdapterPayload;
  /** Epoch milliseconds. */
  readonly until: number;
}

/** One store for each provider: two providers of the lab must not find each other's things. */
export function memoryAdapters(): (model: string) => Adapter {
  const stores = new Map<string, Map<string, Entry>>();
  return (model) => {
    const entries = stores.get(model) ?? new Map<string, Entry>();
    stores.set(model, entries);
    const get = (id: string) => {
      const entry = entries.get(id);
      return entry && entry.until > Date.now() ? entry.payload : undefined;
    };
    const search = (match: (payload: AdapterPayload) => boolean) => [...entries.keys()].map(get).find((p) => p !== undefined && match(p));
    return {
      async upsert(id, payload, expiresIn) {
        entries.set(id, { payload, until: expiresIn === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresIn * 1000 });
      },
      find: async (id) => get(id),
      findByUid: async (uid) => search((payload) => payload.uid === uid),
      findByUserCode: async (code) => search((payload) => payload.userCode === code),
      async consume(id) {
        const payload = get(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        entries.delete(id);
      },
      async revokeByGrantId(grantId) {
        for (const store of stores.values()) for (const [id, { payload }] of store) if (payload.grantId === grantId) store.delete(id);
      },
    };
  };
}
