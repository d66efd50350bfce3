import type { Selectable } from 'kysely';
import type { SealKeyTable } from '../database/tables.gen.ts';
import { isEndorsed } from './checkpoint.ts';
import { keyIdOf } from './keys.ts';

/** A key, and up to which size of the tree what it signed counts; the latest key has no end. */
export interface TrustedKey {
  publicKey: Uint8Array;
  until: number;
  /** With which root its time ended; null for the latest. */
  rootAtEnd: Buffer | null;
}

/**
 * The keys of a network that can be believed, beginning with one that the caller knows from elsewhere: each endorses the
 * one before it. A key that somebody put into the database is not reached. Also empty when the known key is not there.
 */
export function trustedKeys(
  known: Uint8Array,
  network: string,
  rows: readonly Selectable<SealKeyTable>[],
): Map<string, TrustedKey> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const trusted = new Map<string, TrustedKey>();
  let next: { publicKey: Uint8Array; until: number; rootAtEnd: Buffer | null } | undefined = {
    publicKey: known,
    until: Number.MAX_SAFE_INTEGER,
    rootAtEnd: null,
  };
  while (next) {
    const id = keyIdOf(next.publicKey);
    const row = byId.get(id);
    if (!row || trusted.has(id) || !row.public_key.equals(next.publicKey)) break;
    trusted.set(id, next);
    next = predecessorOf(row, network, byId);
  }
  return trusted;
}

function predecessorOf(
  row: Selectable<SealKeyTable>,
  network: string,
  byId: Map<string, Selectable<SealKeyTable>>,
): TrustedKey | undefined {
  const { predecessor_id, predecessor_size, predecessor_root, endorsement } = row;
  const before = predecessor_id === null ? undefined : byId.get(predecessor_id);
  if (!before || predecessor_size === null || !predecessor_root || !endorsement) return undefined;
  const said = { network, predecessor: before.public_key, size: predecessor_size, root: predecessor_root };
  if (!isEndorsed(row.public_key, said, endorsement)) return undefined;
  return { publicKey: before.public_key, until: predecessor_size, rootAtEnd: predecessor_root };
}
