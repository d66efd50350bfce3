import { isNetworkSlug, type Database } from '../database/database.ts';

export interface Network {
  slug: string;
  name: string;
  isSample: boolean;
}

/** Networks hardly ever change; a minute is how long a new name may take to show in another process. */
const freshForMs = 60_000;

/** Looks networks up by their slug and remembers them for a minute, so that a request does not pay a round trip for it. */
export class Networks {
  readonly #db: Database;
  readonly #known = new Map<string, { network: Network; until: number }>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** undefined: there is no such network. What does not exist is asked for again each time, so a new one is seen at once. */
  async find(slug: string): Promise<Network | undefined> {
    const known = this.#known.get(slug);
    if (known && known.until > Date.now()) return known.network;
    if (!isNetworkSlug(slug)) return undefined;
    const row = await this.#db
      .selectFrom('platform.network')
      .select(['slug', 'name', 'is_sample'])
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (!row) return undefined;
    const network = { slug: row.slug, name: row.name, isSample: row.is_sample };
    this.#known.set(slug, { network, until: Date.now() + freshForMs });
    return network;
  }
}
