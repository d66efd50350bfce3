import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { sql } from 'kysely';
import { pino } from 'pino';
import { listAgreementHealth } from '../server/commitments/commitments.ts';
import { judgeAgreements } from '../server/commitments/judge-agreements.ts';
import { refreshCommitments, refreshSources } from '../server/commitments/refresh.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { newId } from '../server/platform/ids.ts';
import { system, type MemberScope, type Scope } from '../server/platform/scope.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { commitmentIds, fillWorld, network } from './health/world.ts';
import { numberedId } from './product/world.ts';

/**
 * The health of 10,000 agreements with 100,000 commitments: what a refresh costs when 1 to 10,000 participations changed, and
 * the page “Are we keeping our promises?” at p95 against plain SQL over the summary (goal: at most 1.5). How many
 * participations there are is `--participations N`, 5,000,000 unless said. `--keep FOLDER` keeps the world there and takes
 * it from there the next time.
 */
const participations = Number(option('--participations') ?? 5_000_000);
const kept = option('--keep');
const isThere = kept !== undefined && existsSync(kept);
if (kept !== undefined && !isThere) mkdirSync(kept, { mode: 0o711 });
const dataFolder = kept ?? createScratchFolder('bench-health');
const config = loadConfig({ COLLEGIUM_DATA: dataFolder });
const database = await openDatabase(config);
const agreements = 10_000;
const rows: Record<string, string | number>[] = [];
try {
  const scope: Scope = {
    db: inNetwork(database.db, network.slug),
    network: { ...network, isSample: false },
    actor: system,
    clock: { now: () => new Date('2026-07-01T12:00:00Z') },
    config: { ...config, databaseUrl: database.url, secret: 'a secret for this measurement alone' },
    log: pino({ level: 'silent' }),
    requestId: newId(),
    language: 'en',
    signal: () => {},
  };
  if (!isThere) {
    note(
      'writing the world',
      await timed(() => fillWorld(database, { agreements, commitmentsEach: 10, participations })),
    );
    note(`judging ${agreements} agreements`, await timed(() => judgeAll(scope)));
  }
  await countSample(scope);
  for (const changed of [1, 10, 100, 1_000, 10_000]) {
    const times: number[] = [];
    for (let turn = 0; turn < (changed > 1_000 ? 3 : 9); turn += 1) times.push(await refreshSome(scope, changed, turn));
    const ms = percentile(times, 0.5);
    note(`${changed} changed, median`, ms, { 'ms each': Number((ms / changed).toFixed(2)) });
  }
  const ratio = await readPage(scope);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'health', participations, rows }));
  else console.table(rows);
  process.exitCode = ratio <= 1.5 ? 0 : 1;
} finally {
  await database.close();
  if (kept === undefined) rmSync(dataFolder, { recursive: true, force: true });
}

async function judgeAll(scope: Scope): Promise<void> {
  const ids = Array.from({ length: agreements }, (_, n) => numberedId(5, n));
  for (let start = 0; start < ids.length; start += 500)
    await inside(scope, (within) => judgeAgreements(within, ids.slice(start, start + 500)));
}

/** Promises counted whole, as when they begin: what the world says was counted must be what the product counts. */
async function countSample(scope: Scope): Promise<void> {
  const ids = await commitmentIds(scope.db);
  const sample = ids.filter((_, index) => index % 100 === 0).slice(0, 1_000);
  let differing: string[] = [];
  const ms = await timed(async () => {
    differing = await inside(scope, (within) => refreshCommitments(within, sample));
  });
  if (differing.length > 0)
    throw new Error(`${differing.length} agreements of the world are not counted as they should be`);
  note(`${sample.length} promises of ${ids.length} counted whole`, ms, {
    'ms each': Number((ms / sample.length).toFixed(2)),
  });
}

/** Ends some participations that were counted, or begins them again, so that each moves two figures, and counts what changed. */
async function refreshSome(scope: Scope, changed: number, turn: number): Promise<number> {
  const ids = Array.from({ length: changed }, (_, index) =>
    numberedId(8, (turn * 1_009 + index * 37) % participations),
  );
  await sql`update network_bench.participation set state = case state when 'active' then 'cancelled' else 'active' end,
    end_reason = 'Moved', started_at = case state when 'active' then null else '2026-03-01'::timestamptz end
    where id = any(${ids}::uuid[])`.execute(scope.db);
  return timed(() => inside(scope, (within) => refreshSources(within, ids)));
}

/** The page of an organisation with its agreements, by turns with the bare statement over the summary. */
async function readPage(scope: Scope): Promise<number> {
  const organisationId = numberedId(9, 7);
  const member: MemberScope = {
    ...scope,
    actor: { role: 'coordinator', accountId: '', personId: newId(), membershipId: '', organisationId },
  };
  const plain = sql`select h.*, a.title, f.* from network_bench.agreement_party p
    join network_bench.agreement_health h using (agreement_id) join network_bench.agreement a on a.id = h.agreement_id
    left join network_bench.commitment_figure f on f.commitment_id = h.weakest_commitment_id and f.period = h.weakest_period
    where p.organisation_id = ${organisationId} and p.left_on is null and a.state in ('in_force', 'suspended')
    order by array_position(array['missed', 'at_risk', 'on_track', 'kept', 'not_yet_due'], h.word), a.id limit 31`;
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 1_100; turn += 1) {
    ours.push(await timed(() => listAgreementHealth(member, {})));
    bare.push(await timed(() => plain.execute(scope.db)));
  }
  const [oursP95, bareP95] = [percentile(ours.slice(100), 0.95), percentile(bare.slice(100), 0.95)];
  const ratio = Number((oursP95 / bareP95).toFixed(2));
  note('page, p95', oursP95, { plain: Number(bareP95.toFixed(2)), ratio, goal: 1.5 });
  return ratio;
}

function option(name: string): string | undefined {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : process.argv[place + 1];
}

function note(what: string, ms: number, more: Record<string, number> = {}): void {
  rows.push({ what, ms: Number(ms.toFixed(ms < 10 ? 2 : 0)), ...more });
  console.error(`${what}: ${ms.toFixed(1)} ms`);
}

function inside<T>(scope: Scope, work: (scope: Scope) => Promise<T>): Promise<T> {
  return scope.db.transaction().execute((db) => work({ ...scope, db }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}
