import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { systemClock } from '../server/platform/clock.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { ensureNetwork } from '../server/platform/database/create-network.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { canonicalEvent } from '../server/platform/seal/event-leaf.ts';
import { isSignedBy, keyOfSeed, newSeed, type SealKey } from '../server/platform/seal/keys.ts';
import { listUnsealed } from '../server/platform/seal/queries.ts';
import { sealEvents } from '../server/platform/seal/seal-events.ts';
import { verifySeal } from '../server/platform/seal/verify-seal.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';

/**
 * Sealing and verifying a million events, against raw SHA-256 over the same bytes plus raw Ed25519 over as many
 * checkpoints, in the same run. Goal: verified within a minute. `-- --events 100000` for a smaller one.
 */
const flag = process.argv.indexOf('--events');
const events = flag > 0 ? Number(process.argv[flag + 1]) : 1_000_000;
const goalSeconds = 60;
const dataFolder = createScratchFolder('bench-seal');
const sealKey = newSeed();
const config = { ...loadConfig({ COLLEGIUM_DATA: dataFolder }), secret: 'x'.repeat(32), sealKey };
const database = await openDatabase(config);
try {
  await migrate(database.url);
  await ensureNetwork(database, systemClock, { slug: 'bench', name: 'Bench' });
  const db = inNetwork(database.db, 'bench');
  await fill();
  const [sample] = await listUnsealed(db, 1);
  const bytes = Buffer.from(canonicalEvent(sample!));
  const sealSeconds = await timed(() => sealEvents({ clock: systemClock, config }, { db, slug: 'bench' }));
  const publicKey = (keyOfSeed(sealKey) as SealKey).publicKey;
  const { faults, sealed, checkpoints } = await verifySeal({ db, network: 'bench', publicKey, witnesses: [] });
  const verifySeconds = await timed(() => verifySeal({ db, network: 'bench', publicKey, witnesses: [] }));
  const rawSeconds = await timed(async () => raw(bytes, checkpoints));
  const isSound = faults.length === 0 && sealed === events && verifySeconds <= goalSeconds;
  if (process.argv.includes('--json'))
    console.log(
      JSON.stringify({
        name: 'seal',
        events,
        sealSeconds,
        verifySeconds,
        rawSeconds,
        ratio: verifySeconds / rawSeconds,
        goalSeconds,
        isSound,
      }),
    );
  else
    console.table([
      {
        what: `${events} events sealed, ${checkpoints} checkpoints`,
        seconds: sealSeconds.toFixed(1),
        'to raw hashing': (sealSeconds / rawSeconds).toFixed(1),
      },
      {
        what: 'verified, goal 60',
        seconds: verifySeconds.toFixed(1),
        'to raw hashing': (verifySeconds / rawSeconds).toFixed(1),
      },
      {
        what: `SHA-256 twice per event over ${bytes.length} bytes, Ed25519 per checkpoint`,
        seconds: rawSeconds.toFixed(1),
        'to raw hashing': '1.0',
      },
    ]);
  process.exitCode = isSound ? 0 : 1;
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

function fill() {
  return sql`insert into network_bench.audit_event (id, at, person_id, organisation_id, action, object_type, object_id, details, request_id, dispatched_at)
    select gen_random_uuid(), now(), gen_random_uuid(), gen_random_uuid(), 'application.accepted', 'application', gen_random_uuid(),
      jsonb_build_object('offerId', gen_random_uuid(), 'position', n), gen_random_uuid()::text, now()
    from generate_series(1, ${events}::int) n`.execute(database.db);
}

/** What any verification must do at least: a hash per event and one per inner node, a signature per checkpoint. */
function raw(bytes: Buffer, checkpoints: number): void {
  const key = keyOfSeed(sealKey) as SealKey;
  const signature = key.sign('checkpoint');
  const node = Buffer.alloc(65, 1);
  for (let i = 0; i < events; i++) {
    hash('sha256', bytes, 'buffer');
    hash('sha256', node, 'buffer');
  }
  for (let i = 0; i < checkpoints; i++) isSignedBy(key.publicKey, 'checkpoint', signature);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await run();
  return (performance.now() - begin) / 1_000;
}
