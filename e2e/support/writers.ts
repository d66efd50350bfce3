const writers = 8;

export interface Writing {
  /** Ids that the server acknowledged with 201 so far; a request that was cut off counts as never made. */
  acknowledged: string[];
  /** Resolves when all writers have noticed that the server is gone. */
  ended: Promise<unknown>;
}

/** Adds organisations through the interface, eight at a time, until the server is gone. */
export function writeUntilKilled(api: string, token: string): Writing {
  const acknowledged: string[] = [];
  const ended = Promise.all(Array.from({ length: writers }, () => writeOneByOne(api, token, acknowledged)));
  return { acknowledged, ended };
}

async function writeOneByOne(api: string, token: string, acknowledged: string[]): Promise<void> {
  for (let isUp = true; isUp;) {
    const id = await addOrganisation(api, token).catch(() => undefined);
    if (id !== undefined) acknowledged.push(id);
    isUp = id !== undefined;
  }
}

async function addOrganisation(api: string, token: string): Promise<string | undefined> {
  const response = await fetch(`${api}/organisations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-collegium': '1' },
    body: JSON.stringify({ kind: 'school', name: `Recovery ${crypto.randomUUID()}`, shortMark: 'RE' }),
  });
  const body: unknown = await response.json();
  if (response.status === 201 && isOrganisation(body)) return body.id;
  // The database went first: the server says so, and nothing was acknowledged.
  if (response.status >= 500) return undefined;
  throw new Error(`The interface answered ${response.status}: ${JSON.stringify(body)}`);
}

function isOrganisation(body: unknown): body is { id: string } {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string';
}
