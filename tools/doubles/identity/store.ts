import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  payload: AdapterPayload;
  until: number;
}

/** Where an issuer keeps what is under way: in memory, gone when it ends. One store an issuer. */
export function memoryStore(): (model: string) => Adapter {
  const rows = new Map<string, Kept>();
  const find = (test: (row: Kept) => boolean, prefix: string) => {
    for (const [key, row] of rows) if (key.startsWith(prefix) && test(row)) return row.payload;
  };
  return (model) => {
    const prefix = `${model}:`;
    const live = (id: string): AdapterPayload | undefined => {
      const row = rows.get(prefix + id);
      return row && row.until > Date.now() ? row.payload : undefined;
    };
    return {
      find: async (id) => live(id),
      findByUid: async (uid) => find(({ payload }) => payload.uid === uid, prefix),
      findByUserCode: async (code) => find(({ payload }) => payload.userCode === code, prefix),
      upsert: async (id, payload, seconds = 3600) => {
        for (const [key, { until }] of rows) if (until <= Date.now()) rows.delete(key);
        rows.set(prefix + id, { payload, until: Date.now() + seconds * 1000 });
      },
      consume: async (id) => {
        const payload = live(id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void rows.delete(prefix + id),
      revokeByGrantId: async (grant) => {
        for (const [key, { payload }] of rows) if (payload.grantId === grant) rows.delete(key);
      },
    };
  };
}
