/** What one looks for while collecting; lives in the address. `show` is what is in the round, or what could be added. */
export interface CollectSearch {
  words?: string | undefined;
  organisationId?: string[] | undefined;
  show?: 'outside' | undefined;
}

/** Reads an address, whatever somebody typed into it. */
export function readCollectSearch({ words, organisationId, show }: Record<string, unknown>): CollectSearch {
  const ids = Array.isArray(organisationId) ? organisationId.filter(isId) : [];
  return {
    words: typeof words === 'string' && words.trim() !== '' ? words.slice(0, 200) : undefined,
    organisationId: ids.length > 0 ? ids : undefined,
    show: show === 'outside' ? 'outside' : undefined,
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
}
