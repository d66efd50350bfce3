import type { Database } from '../database/database.ts';
import { isCheckpointSigned } from './checkpoint.ts';
import { eventLeafHash, type SealableEvent } from './event-leaf.ts';
import { faultOf, type SealFault } from './faults.ts';
import { Frontier } from './merkle.ts';
import {
  countUnsealed,
  lastPosition,
  listCheckpoints,
  listKeys,
  listLeaves,
  listSlippedIn,
  listUnticked,
} from './queries.ts';
import { trustedKeys, type TrustedKey } from './trusted-keys.ts';
import type { Witness } from './witness.ts';

/** What a verification found. `faults` is empty when history is as it was sealed; the first is the earliest. */
export interface SealReport {
  network: string;
  /** Events under a signed checkpoint. */
  sealed: number;
  checkpoints: number;
  /** Committed since the last sealing; the next one takes them. */
  unsealed: number;
  lastCheckpoint: { size: number; root: string; at: string; keyId: string } | null;
  faults: SealFault[];
}

export interface SealProof {
  db: Database;
  network: string;
  /** A public key known from elsewhere than the database: that of this installation, or one that a partner kept. */
  publicKey: Uint8Array;
  /** Checkpoints kept outside the database. */
  witnesses: readonly Witness[];
}

const pageLength = 20_000;
const mostFaults = 100;

type CheckpointRow = Awaited<ReturnType<typeof listCheckpoints>>[number];
type LeafRow = Awaited<ReturnType<typeof listLeaves>>[number];

/** Reads the whole record once, in the order of sealing, and compares it with what was signed. */
export async function verifySeal({ db, network, publicKey, witnesses }: SealProof): Promise<SealReport> {
  const [checkpoints, keys] = [await listCheckpoints(db), await listKeys(db)];
  const trusted = trustedKeys(publicKey, network, keys);
  const walk = new Walk(network, checkpoints, trusted);
  const last = await lastPosition(db);
  // The next page is read while this one is hashed.
  let next = listLeaves(db, 0, pageLength);
  for (let from = 0; from <= last; from += pageLength) {
    const leaves = await next;
    next = listLeaves(db, from + pageLength, pageLength);
    for (const leaf of leaves) walk.see(leaf);
  }
  await next;
  walk.end(witnesses);
  for (const { id, action, at } of await listSlippedIn(db, mostFaults))
    walk.faults.push(faultOf('slipped_in', { eventId: id, action, at: at.toISOString() }));
  for (const { id, action, at } of await listUnticked(db, mostFaults))
    walk.faults.push(faultOf('unticked', { eventId: id, action, at: at.toISOString() }));
  const latest = checkpoints.at(-1);
  return {
    network,
    sealed: latest?.size ?? 0,
    checkpoints: checkpoints.length,
    unsealed: await countUnsealed(db),
    lastCheckpoint: latest
      ? {
          size: latest.size,
          root: latest.root.toString('hex'),
          at: latest.at.toISOString(),
          keyId: latest.key_id,
        }
      : null,
    faults: walk.faults.slice(0, mostFaults),
  };
}

/** Goes along the leaves, and at the size of each checkpoint compares the tree with what was signed. */
class Walk {
  readonly faults: SealFault[] = [];
  readonly #network: string;
  readonly #checkpoints: CheckpointRow[];
  readonly #trusted: Map<string, TrustedKey>;
  #tree = new Frontier();
  #next = 0;
  #isBroken = false;
  /** The first leaf since the last checkpoint. */
  #first: LeafRow | undefined;

  constructor(network: string, checkpoints: CheckpointRow[], trusted: Map<string, TrustedKey>) {
    this.#network = network;
    this.#checkpoints = checkpoints;
    this.#trusted = trusted;
  }

  see(leaf: LeafRow): void {
    this.#first ??= leaf;
    while (this.#checkpointSize() <= leaf.position) this.#close();
    this.#first ??= leaf;
    if (leaf.position !== this.#tree.size && !this.#isBroken) this.#isBroken = true;
    if (leaf.action === null) this.faults.push(faultOf('removed', { position: leaf.position, eventId: leaf.id }));
    else if (!eventLeafHash(leaf as SealableEvent).equals(leaf.hash))
      this.faults.push(faultOf('changed', aboutLeaf(leaf)));
    if (!this.#isBroken) this.#tree.append(leaf.hash);
    if (this.#tree.size === this.#checkpointSize()) this.#close();
  }

  end(witnesses: readonly Witness[]): void {
    while (this.#next < this.#checkpoints.length) this.#close();
    if (this.#first) this.faults.push(faultOf('leaves', aboutLeaf(this.#first), ' No checkpoint covers it.'));
    for (const witness of witnesses) this.#compare(witness);
  }

  #checkpointSize(): number {
    return this.#checkpoints[this.#next]?.size ?? Infinity;
  }

  /** Compares the tree with the next checkpoint, and goes on from what was signed there. */
  #close(): void {
    const checkpoint = this.#checkpoints[this.#next] as CheckpointRow;
    const about = this.#first ? aboutLeaf(this.#first) : { position: this.#tree.size };
    this.#next += 1;
    this.#first = undefined;
    if (!this.#isSigned(checkpoint)) {
      const said = ` It is that of ${checkpoint.size} events, of ${checkpoint.at.toISOString()}.`;
      this.faults.push(faultOf('checkpoint', { ...about, position: checkpoint.size - 1 }, said));
    } else if (this.#isBroken || this.#tree.size !== checkpoint.size || !this.#tree.root().equals(checkpoint.root))
      this.faults.push(faultOf('leaves', about));
    this.#isBroken = false;
    try {
      this.#tree = Frontier.restore(checkpoint.size, checkpoint.frontier);
    } catch {
      this.#isBroken = true;
    }
  }

  #isSigned(checkpoint: CheckpointRow): boolean {
    const key = this.#trusted.get(checkpoint.key_id);
    if (!key || checkpoint.size > key.until) return false;
    if (checkpoint.size === key.until && key.rootAtEnd?.equals(checkpoint.root) === false) return false;
    return isCheckpointSigned(key.publicKey, { network: this.#network, ...checkpoint }, checkpoint.signature);
  }

  #compare(witness: Witness): void {
    if (witness.network !== this.#network) return;
    const same = this.#checkpoints.find(({ size }) => size === witness.size);
    if (same?.root.toString('hex') === witness.root) return;
    const said = ` A checkpoint of ${witness.size} events, of ${witness.at}, was kept outside the database.`;
    this.faults.push(faultOf('cut_off', { position: this.#checkpoints.at(-1)?.size ?? 0, at: witness.at }, said));
  }
}

function aboutLeaf({ position, id, action, at_us }: LeafRow) {
  return { position, eventId: id, action, at: at_us === null ? null : new Date(at_us / 1_000).toISOString() };
}
