import type { Config } from '../config/config.ts';
import type { Database } from '../database/database.ts';
import type { Services } from '../scope.ts';
import { isCheckpointSigned, signCheckpoint, signEndorsement } from './checkpoint.ts';
import { eventLeafHash } from './event-leaf.ts';
import { sealKeyOf, SealKeyError } from './kept-key.ts';
import type { SealKey } from './keys.ts';
import { Frontier } from './merkle.ts';
import { findLastCheckpoint, insertLeaves, listKeys, listUnsealed } from './queries.ts';
import { keepWitness } from './witness.ts';

/** Events of one checkpoint at most: about a second's work. */
const batchSize = 20_000;

type LastCheckpoint = Awaited<ReturnType<typeof findLastCheckpoint>>;

/**
 * Seals the events of a network that are committed and not yet sealed, batch by batch, and returns how many they were.
 * The order is that of sealing: an event that is committed late joins the next batch, so none is passed over. Two
 * processes at once seal each event once: the later of them meets a taken position, and leaves the rest to the next pass.
 * Throws `SealKeyError` when the tree was not signed with a key that this installation knows.
 */
export async function sealEvents(
  { clock, config }: Pick<Services, 'clock' | 'config'>,
  { db, slug }: { db: Database; slug: string },
): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await sealBatch(db, slug, config, clock.now());
    sealed += batch;
    if (batch < batchSize) return sealed;
  }
}

async function sealBatch(db: Database, network: string, config: Config, at: Date): Promise<number> {
  const events = await listUnsealed(db, batchSize);
  if (events.length === 0) return 0;
  const key = sealKeyOf(config);
  const hashes = events.map(eventLeafHash);
  try {
    const checkpoint = await db.transaction().execute(async (transaction) => {
      const last = await findLastCheckpoint(transaction);
      const tree = await continueTree(transaction, network, key, last, at);
      const first = tree.size;
      for (const hash of hashes) tree.append(hash);
      const made = { network, size: tree.size, root: tree.root(), at };
      await insertLeaves(transaction, { first, eventIds: events.map(({ id }) => id), hashes, now: at });
      const signature = signCheckpoint(key, made);
      const { size, root } = made;
      await transaction
        .insertInto('audit_checkpoint')
        .values({ size, root, at, frontier: tree.bytes(), key_id: key.id, signature })
        .execute();
      return { ...made, keyId: key.id, signature };
    });
    keepWitness(config.dataFolder, checkpoint);
    return events.length;
  } catch (error) {
    if (isTakenPosition(error)) return 0;
    throw error;
  }
}

/** The tree as it was signed last. Never builds on a root that nobody signed: it would sign a forger's history. */
async function continueTree(
  db: Database,
  network: string,
  key: SealKey,
  last: LastCheckpoint,
  now: Date,
): Promise<Frontier> {
  const keys = await listKeys(db);
  const own = keys.find(({ id }) => id === key.id);
  if (!last) {
    if (!own) await registerKey(db, key, now);
    return new Frontier();
  }
  const tree = Frontier.restore(last.size, last.frontier);
  const signer = keys.find(({ id }) => id === last.key_id);
  const isSound =
    signer !== undefined &&
    tree.root().equals(last.root) &&
    isCheckpointSigned(signer.public_key, { network, ...last }, last.signature);
  if (!isSound) throw new SealKeyError(`The last checkpoint of “${network}” was changed; run collegium audit verify.`);
  if (last.key_id === key.id) return tree;
  if (own)
    throw new SealKeyError(
      `Another key took the place of this installation’s in “${network}”; see docs/operate/seal.md.`,
    );
  const { size, root } = last;
  const predecessor = signer.public_key;
  const endorsement = signEndorsement(key, { network, predecessor, size, root });
  await registerKey(db, key, now, {
    predecessor_id: signer.id,
    predecessor_size: size,
    predecessor_root: root,
    endorsement,
  });
  return tree;
}

async function registerKey(db: Database, key: SealKey, now: Date, succession = {}): Promise<void> {
  const row = { id: key.id, public_key: key.publicKey, first_used_at: now, ...succession };
  await db.insertInto('seal_key').values(row).execute();
}

const takenNames = ['audit_leaf_pkey', 'audit_leaf_event_id_key', 'audit_checkpoint_pkey', 'seal_key_pkey'];

function isTakenPosition(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && takenNames.includes(String(error.constraint));
}
