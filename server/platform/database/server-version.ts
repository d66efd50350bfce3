export const oldestServer = 15;

/** A database that Collegium cannot use; the message is one sentence for whoever runs the server. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

interface Queryable {
  query: (text: string) => Promise<{ rows: { number: string; text: string }[] }>;
}

/** Throws `DatabaseUnavailable` when the server is older than PostgreSQL 15. */
export async function refuseOldServer(client: Queryable): Promise<void> {
  const { rows } = await client.query(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  );
  const sentence = objection(Number(rows[0]?.number), rows[0]?.text ?? 'unknown');
  if (sentence !== undefined) throw new DatabaseUnavailable(sentence);
}

/** What is wrong with a server of this version, if anything. `number` as in `server_version_num`: 180001. */
export function objection(number: number, text: string): string | undefined {
  if (Math.floor(number / 10_000) >= oldestServer) return undefined;
  return `The database server is PostgreSQL ${text}, but Collegium needs ${oldestServer} or newer; upgrade it, or unset DATABASE_URL to use the embedded server.`;
}
