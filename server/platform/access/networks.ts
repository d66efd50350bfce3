import { AsyncResource } from 'node:async_hooks';
import { isNetworkSlug, type Database } from '../database/database.ts';

export interface Network {
  slug: string;
  name: string;
  isSample: boolean;
}

/** Networks hardly ever change; a minute is how long a new name may take to show in another process. */
const freshForMs = 60_000;

/**
 * Looks networks up by their slug and remembers them, so that a request does not pay a round trip for it. What is older
 * than a minute is looked up again behind the request that asked for it.
 */
export class Networks {
  readonly #db: Database;
  readonly #known = new Map<string, { network: Network; until: number }>();
  // Bound to the start of the server, as it belongs to no request.
  readonly #renew = AsyncResource.bind((slug: string) => void this.#read(slug).catch(() => {}));

  constructor(db: Database) {
    this.#db = db;
  }

  /** undefined: there is no such network. What does not exist is asked for again each time, so a new one is seen at once. */
  async find(slug: string): Promise<Network | undefined> {
    const known = this.#known.get(slug);
    if (known) {
      if (known.until <= Date.now()) {
        known.until = Date.now() + freshForMs;
        this.#renew(slug);
      }
      return known.network;
    }
    return isNetworkSlug(slug) ? this.#read(slug) : undefined;
  }

  async #read(slug: string): Promise<Network | undefined> {
    const row = await this.#db
      .selectFrom('platform.network')
      .select(['slug', 'name', 'is_sample'])
      .where('slug', '=', slug)
      .executeTakeFirst();
    if (!row) {
      this.#known.delete(slug);
      return undefined;
    }
    const network = { slug: row.slug, name: row.name, isSample: row.is_sample };
    this.#known.set(slug, { network, until: Date.now() + freshForMs });
    return network;
  }
}
