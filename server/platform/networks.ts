import { inNetwork, type Database } from './database/database.ts';
import { newId } from './ids.ts';
import { type Scope, type Services, system } from './scope.ts';

export interface NetworkRow {
  slug: string;
  name: string;
  isSample: boolean;
}

/** All networks of the deployment, by their address; few. */
export async function listNetworks(db: Database): Promise<NetworkRow[]> {
  const rows = await db.selectFrom('platform.network').select(['slug', 'name', 'is_sample']).orderBy('slug').execute();
  return rows.map(({ slug, name, is_sample }) => ({ slug, name, isSample: is_sample }));
}

/** The scope of what the server does by itself in a network, and not for somebody's request. */
export function systemScope({ db, clock, config, log, signal }: Services, network: NetworkRow): Scope {
  return {
    db: inNetwork(db, network.slug),
    network,
    actor: system,
    clock,
    config,
    log,
    requestId: newId(),
    language: 'en',
    signal,
  };
}
