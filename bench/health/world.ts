import { sql } from 'kysely';
import type { Database } from '../../server/platform/database/database.ts';
import type { OpenDatabase } from '../../server/platform/database/open.ts';
import { ensureNetwork } from '../../server/platform/database/create-network.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { numberedIdInSql as id } from '../product/world.ts';

export const network = { slug: 'bench', name: 'Bench' };
export interface Size {
  agreements: number;
  commitmentsEach: number;
  participations: number;
}
const organisations = 2_000;

/**
 * Agreements between pairs of organisations, each with promises of places and learners by level, and participations spread
 * evenly over the pairs. Written by set-based SQL; foreign keys are not checked while it is written, only that it fits.
 */
export async function fillWorld(database: OpenDatabase, size: Size): Promise<void> {
  await migrate(database.url);
  await ensureNetwork(database, { now: () => new Date() }, network);
  await database.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    await sql`set search_path to network_bench`.execute(db);
    for (const statement of statements(size)) await sql.raw(statement).execute(db);
    await sql`reset all`.execute(db);
    await sql`vacuum analyze`.execute(db);
  });
}

function statements({ agreements, commitmentsEach, participations }: Size): string[] {
  const first = `(n % ${organisations})`;
  const second = `((n % ${organisations} + 1 + n / ${organisations}) % ${organisations})`;
  return [
    `insert into organisation (id, kind, name, short_mark, created_at)
     select ${id(9, 'n')}, 'university', 'Organisation ' || n, 'ON', now() from generate_series(0, ${organisations - 1}) n`,
    `insert into person (id, name, created_at) select ${id(2, 'n')}, 'Learner ' || n, now() from generate_series(0, 9999) n`,
    `insert into agreement (id, reference, template, state, title, starts_on, created_at, entered_into_force_at, in_force_version_id)
     select ${id(5, 'n')}, 'B-' || n, 'student-exchange', 'in_force', '{"en": "Exchange"}', '2026-01-01', now(), now(), ${id(6, 'n')}
     from generate_series(0, ${agreements - 1}) n`,
    `insert into agreement_version (id, agreement_id, number, state, terms, content, hash, created_at, proposed_at, sealed_at)
     select ${id(6, 'n')}, ${id(5, 'n')}, 1, 'sealed', '{}', '{}', repeat('0', 64), now(), now(), now() from generate_series(0, ${agreements - 1}) n`,
    `insert into agreement_party (agreement_id, organisation_id, position, joined_on)
     select ${id(5, 'n')}, ${id(9, first)}, 0, '2026-01-01'::date from generate_series(0, ${agreements - 1}) n
     union all select ${id(5, 'n')}, ${id(9, second)}, 1, '2026-01-01' from generate_series(0, ${agreements - 1}) n`,
    `insert into commitment (id, agreement_id, agreement_version_id, clause_key, position, title, terms, measure, promiser_id, beneficiary_id,
       quantity, starts_on, ends_on, level, created_at)
     select ${id(7, `n * ${commitmentsEach} + k`)}, ${id(5, 'n')}, ${id(6, 'n')}, 'c' || k, k, '{"en": "Promise"}', '{"every": "once"}',
       case k % 2 when 0 then 'places_filled' else 'learners_received' end, ${id(9, first)}, ${id(9, second)}, 40, '2026-01-01', '2026-12-31',
       (array['school', 'vocational', 'bachelor', 'master', 'doctoral'])[k / 2 % 5 + 1], now()
     from generate_series(0, ${agreements - 1}) n, generate_series(0, ${commitmentsEach - 1}) k`,
    `insert into commitment_figure (commitment_id, period, starts_on, ends_on, promised, changed_at)
     select id, 1, starts_on, ends_on, quantity, now() from commitment`,
    `insert into offer (id, kind, organisation_id, state, title, places, allocated_by, starts_on, level, created_at, published_at)
     select ${id(3, 'n')}, 'internship', ${id(9, first)}, 'published', '{"en": "Placement"}', 100000, 'round', '2026-03-01',
       (array['school', 'vocational', 'bachelor', 'master', 'doctoral'])[n / ${organisations} % 5 + 1], now(), now()
     from generate_series(0, ${organisations * 5 - 1}) n`,
    // Offer k of organisation n % 2000; the learner's home is the second party of one of its agreements.
    `insert into participation (id, application_id, offer_id, person_id, home_organisation_id, provider_organisation_id, state, created_at, started_at)
     select ${id(8, 'n')}, ${id(4, 'n')}, ${id(3, `((n / ${agreements}) % 5) * ${organisations} + n % ${organisations}`)}, ${id(2, 'n % 10000')},
       ${id(9, second.replaceAll('n', `(n % ${agreements})`))}, ${id(9, first)}, 'active', '2026-02-01', '2026-03-01'
     from generate_series(0, ${participations - 1}) n`,
  ];
}

/** Counts everything once, as when the agreements entered into force, a thousand promises at a time. */
export async function commitmentIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('commitment').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}
