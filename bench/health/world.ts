import type { Database } from '../../server/platform/database/database.ts';
import type { OpenDatabase } from '../../server/platform/database/open.ts';
import { ensureNetwork } from '../../server/platform/database/create-network.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { numberedIdInSql as id } from '../product/world.ts';
import { writeMuch } from './write-much.ts';

export const network = { slug: 'bench', name: 'Bench' };
export interface Size {
  agreements: number;
  commitmentsEach: number;
  participations: number;
}
const organisations = 2_000;
const levels = `array['school', 'vocational', 'bachelor', 'master', 'doctoral']`;
const begunOn = '2026-03-01';

/**
 * Agreements between pairs of organisations, each with promises of places and learners by level, and participations spread
 * evenly over the pairs and levels, all counted. Written by set-based SQL; foreign keys are not checked while it is written,
 * only that it fits: a sample counted anew by the product must not differ.
 */
export async function fillWorld(database: OpenDatabase, size: Size): Promise<void> {
  await migrate(database.url);
  await ensureNetwork(database, { now: () => new Date() }, network);
  await writeMuch(database, {
    schema: 'network_bench',
    tables: ['participation', 'commitment_entry'],
    statements: [...partners(size), ...promises(size), ...happened(size), ...counted(size)],
  });
}

const first = `(n % ${organisations})`;
const second = `((n % ${organisations} + 1 + n / ${organisations}) % ${organisations})`;

function partners({ agreements }: Size): string[] {
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
  ];
}

/** Half of what will be delivered to twice as much, so that every word occurs. */
function promises({ agreements, commitmentsEach, participations }: Size): string[] {
  const delivered = Math.max(1, participations / agreements / 5);
  return [
    `insert into commitment (id, agreement_id, agreement_version_id, clause_key, position, title, terms, measure, promiser_id, beneficiary_id,
       quantity, starts_on, ends_on, level, created_at)
     select ${id(7, `n * ${commitmentsEach} + k`)}, ${id(5, 'n')}, ${id(6, 'n')}, 'c' || k, k, '{"en": "Promise"}', '{"every": "once"}',
       case k % 2 when 0 then 'places_filled' else 'learners_received' end, ${id(9, first)}, ${id(9, second)},
       greatest(1, round(${delivered} * (0.5 + n % 7 * 0.25))), '2026-01-01', '2026-12-31', (${levels})[k / 2 % 5 + 1], now()
     from generate_series(0, ${agreements - 1}) n, generate_series(0, ${commitmentsEach - 1}) k`,
    `insert into commitment_figure (commitment_id, period, starts_on, ends_on, promised, changed_at)
     select id, 1, starts_on, ends_on, quantity, now() from commitment`,
  ];
}

/** Offer k belongs to organisation k % 2000; participation n is by a learner of the second party of agreement n % 10000. */
function happened({ agreements, participations }: Size): string[] {
  const agreement = `(n % ${agreements})`;
  return [
    `insert into offer (id, kind, organisation_id, state, title, places, allocated_by, starts_on, level, created_at, published_at)
     select ${id(3, 'n')}, 'internship', ${id(9, first)}, 'published', '{"en": "Placement"}', 100000, 'round', '${begunOn}',
       (${levels})[n / ${organisations} % 5 + 1], now(), now()
     from generate_series(0, ${organisations * 5 - 1}) n`,
    `insert into participation (id, application_id, offer_id, person_id, home_organisation_id, provider_organisation_id, state, created_at, started_at)
     select ${id(8, 'n')}, ${id(4, 'n')}, ${id(3, `((n / ${agreements}) % 5) * ${organisations} + n % ${organisations}`)}, ${id(2, 'n % 10000')},
       ${id(9, second.replaceAll('n', agreement))}, ${id(9, first)}, 'active', '2026-02-01', '${begunOn}'
     from generate_series(0, ${participations - 1}) n`,
  ];
}

/** What the product would count: each participation fills a place and is a learner received, of its agreement and level. */
function counted({ agreements, commitmentsEach, participations }: Size): string[] {
  const turns = Math.ceil(participations / agreements / 5);
  return [
    `insert into commitment_entry (commitment_id, period, source_id, source, counted_on, amount)
     select ${id(7, `n * ${commitmentsEach} + k`)}, 1, ${id(8, 'p')}, 'participation', '${begunOn}', 1
     from generate_series(0, ${agreements - 1}) n, generate_series(0, ${commitmentsEach - 1}) k, generate_series(0, ${turns - 1}) j,
       lateral (select n + ${agreements}::bigint * (k / 2 % 5 + 5 * j) as p) numbered where p < ${participations}`,
    `update commitment_figure f set delivered = e.n, entries = e.n
     from (select commitment_id, count(*) as n from commitment_entry group by 1) e where e.commitment_id = f.commitment_id`,
  ];
}

/** All commitments in the order of their agreements. */
export async function commitmentIds(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('commitment').select('id').orderBy('id').execute();
  return rows.map((row) => row.id);
}
