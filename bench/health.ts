import { rmSync } from 'node:fs';
import { pino } from 'pino';
import { sql } from 'kysely';
import { listAgreementHealth } from '../server/commitments/commitments.ts';
import { refreshCommitments, refreshSources } from '../server/commitments/refresh.ts';
import { inNetwork } from '../server/platform/database/database.ts';
import { loadConfig } from '../server/platform/config/config.ts';
import { openDatabase } from '../server/platform/database/open.ts';
import { newId } from '../server/platform/ids.ts';
import { system, type MemberScope, type Scope } from '../server/platform/scope.ts';
import { createScratchFolder } from '../server/testing/scratch-folder.ts';
import { numberedId } from './product/world.ts';
import { commitmentIds, fillWorld, network } from './health/world.ts';

/**
 * The health of 10,000 agreements with 100,000 commitments: what a refresh costs when 1 to 1,000 participations changed, and
 * the page “Are we keeping our promises?” at p95 against plain SQL over the summary (goal: at most 1.5). How many
 * participations there are is `--participations N`, 500,000 unless said.
 */
const asked = process.argv.indexOf('--participations');
const participations = asked < 0 ? 500_000 : Number(process.argv[asked + 1]);
const dataFolder = createScratchFolder('bench-health');
const config = loadConfig({ COLLEGIUM_DATA: dataFolder });
const database = await openDatabase(config);
try {
  await fillWorld(database, { agreements: 10_000, commitmentsEach: 10, participations });
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
  const ids = await commitmentIds(scope.db);
  const countedMs = await timed(async () => {
    for (let start = 0; start < ids.length; start += 1_000)
      await inside(scope, (within) => refreshCommitments(within, ids.slice(start, start + 1_000)));
  });
  await sql`vacuum analyze`.execute(database.db);
  const rows: Record<string, string | number>[] = [
    { what: `all ${ids.length} promises over ${participations} participations, once`, ms: Math.round(countedMs) },
  ];
  for (const changed of [1, 10, 100, 1_000]) {
    const times: number[] = [];
    for (let turn = 0; turn < 7; turn += 1) times.push(await refreshSome(scope, changed, turn));
    rows.push({ what: `${changed} changed`, ms: Number(percentile(times, 0.5).toFixed(1)) });
  }
  const member: MemberScope = {
    ...scope,
    actor: {
      role: 'coordinator',
      accountId: '',
      personId: newId(),
      membershipId: '',
      organisationId: numberedId(9, 7),
    },
  };
  const plain = sql`select h.*, a.title, f.* from network_bench.agreement_party p
    join network_bench.agreement_health h using (agreement_id) join network_bench.agreement a on a.id = h.agreement_id
    left join network_bench.commitment_figure f on f.commitment_id = h.weakest_commitment_id and f.period = h.weakest_period
    where p.organisation_id = ${numberedId(9, 7)} and p.left_on is null and a.state in ('in_force', 'suspended')
    order by array_position(array['missed', 'at_risk', 'on_track', 'kept', 'not_yet_due'], h.word), a.id limit 31`;
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 600; turn += 1) {
    ours.push(await timed(() => listAgreementHealth(member, {})));
    bare.push(await timed(() => plain.execute(database.db)));
  }
  const [oursP95, bareP95] = [percentile(ours.slice(100), 0.95), percentile(bare.slice(100), 0.95)];
  const ratio = Number((oursP95 / bareP95).toFixed(2));
  rows.push({ what: 'page, p95', ms: Number(oursP95.toFixed(2)), plain: Number(bareP95.toFixed(2)), ratio, goal: 1.5 });
  if (process.argv.includes('--json')) console.log(JSON.stringify({ name: 'health', rows }));
  else console.table(rows);
  process.exitCode = ratio <= 1.5 ? 0 : 1;
} finally {
  await database.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Ends some participations that were counted, so that each moves two figures, and counts what changed. */
async function refreshSome(scope: Scope, changed: number, turn: number): Promise<number> {
  const ids = Array.from({ length: changed }, (_, index) =>
    numberedId(8, (turn * 1_009 + index * 37) % participations),
  );
  await sql`update network_bench.participation set state = case state when 'active' then 'cancelled' else 'active' end,
    end_reason = 'Moved', started_at = case state when 'active' then null else '2026-03-01'::timestamptz end
    where id = any(${ids}::uuid[])`.execute(scope.db);
  return timed(() => inside(scope, (within) => refreshSources(within, ids)));
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
