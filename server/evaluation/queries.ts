import type { EvaluationGrouping, EvaluationQuery } from '@collegium/contract/evaluation.ts';
import { sql, type RawBuilder } from 'kysely';
import { schemaOf, type Database } from '../platform/database/database.ts';
import type { Member } from '../platform/scope.ts';
import { visibleFigures } from './policy.ts';

/** The counts of one group, before anything is hidden. */
export interface GroupRow {
  key: string;
  label: string;
  offers: number;
  places: number;
  applied: number;
  placed: number;
  accepted: number;
  started: number;
  completed: number;
  recognised: number;
  ranked: number;
  first_wish: number;
  top_three: number;
}

export interface EvaluationRows {
  threshold: number;
  groups: GroupRow[];
  total: GroupRow;
  rank_profile: number[];
  terms: string[];
}

/**
 * Everything the page shows, in one round trip. Worst case: one pass over the wishes of the network (160,000 wishes of
 * 20,000 learners take about a third of a second).
 */
export async function countFunnel(
  db: Database,
  slug: string,
  actor: Member,
  query: EvaluationQuery,
): Promise<EvaluationRows> {
  const schema = schemaOf(slug);
  const tables = sql.raw(schema);
  const visible = visibleFigures(actor, schema);
  const { rows } = await sql<EvaluationRows>`
    with chosen as materialized (
      select offer.* from ${tables}.offer where offer.state <> 'draft' and ${filters(query)}
    ), step as materialized (
      -- one row for each application and offer that was wished for, with how far it got there
      select application.id as application_id, application.organisation_id as home_id, offer.id as offer_id,
             offer.kind, offer.organisation_id, offer.term, participation.id is not null as accepted,
             application.offer_id = offer.id and (application.round_id is not null or participation.id is not null) as placed,
             participation.started_at is not null or participation.state in ('active', 'completed', 'ended_early') as started,
             participation.state = 'completed' as completed, outcome.state = 'recognised' as recognised,
             allocation.rank
      from ${tables}.application
      join lateral (
        select preference.offer_id from ${tables}.preference where preference.application_id = application.id
        union select application.offer_id where application.offer_id is not null
      ) wish on true
      join chosen offer on offer.id = wish.offer_id
      left join ${tables}.participation on participation.application_id = application.id and participation.offer_id = offer.id
      left join ${tables}.outcome on outcome.participation_id = participation.id
      left join ${tables}.round on round.id = application.round_id
      left join ${tables}.allocation on allocation.run_id = round.published_run_id
        and allocation.application_id = application.id and allocation.offer_id = offer.id
      where ${visible.applications}
    ), own_offer as (
      select offer.* from chosen offer where ${visible.offers}
    ), people as (
      select ${groupKey(query.by, 'step')} as key, ${peopleCounts} from step group by 1
    ), supply as (
      select ${groupKey(query.by, 'own_offer')} as key, count(*)::int as offers, coalesce(sum(places), 0)::int as places
      from own_offer group by 1
    ), grouped as (
      select coalesce(people.key, supply.key) as key, coalesce(supply.offers, 0) as offers, coalesce(supply.places, 0) as places,
             ${coalescedCounts}
      from people full join supply on supply.key = people.key
    )
    select
      (select small_group_threshold from ${tables}.setting) as threshold,
      (select coalesce(jsonb_agg(to_jsonb(grouped) || jsonb_build_object('label', coalesce(organisation.name, grouped.key))), '[]')
       from grouped left join ${tables}.organisation on organisation.id::text = grouped.key) as groups,
      (select to_jsonb(everything) from (
        select 'total' as key, 'total' as label, (select count(*) from own_offer)::int as offers,
               (select coalesce(sum(places), 0) from own_offer)::int as places, ${peopleCounts} from step
      ) everything) as total,
      (select coalesce(jsonb_agg(coalesce(counted.people, 0) order by ranks.rank), '[]')
       from generate_series(1, (select max(rank) from step)) as ranks(rank)
       left join (select rank, count(distinct application_id)::int as people from step where rank is not null group by rank) counted
         on counted.rank = ranks.rank) as rank_profile,
      (select coalesce(jsonb_agg(distinct term order by term), '[]') from ${tables}.offer where term is not null) as terms`.execute(
    db,
  );
  const [row] = rows;
  if (!row) throw new Error('a select without from returns one row');
  return row;
}

const counted = [
  'applied',
  'placed',
  'accepted',
  'started',
  'completed',
  'recognised',
  'ranked',
  'first_wish',
  'top_three',
];

const peopleCounts = sql`
  count(distinct application_id)::int as applied,
  count(distinct application_id) filter (where placed)::int as placed,
  count(distinct application_id) filter (where accepted)::int as accepted,
  count(distinct application_id) filter (where started)::int as started,
  count(distinct application_id) filter (where completed)::int as completed,
  count(distinct application_id) filter (where recognised)::int as recognised,
  count(distinct application_id) filter (where rank is not null)::int as ranked,
  count(distinct application_id) filter (where rank = 1)::int as first_wish,
  count(distinct application_id) filter (where rank <= 3)::int as top_three`;

const coalescedCounts = sql.join(counted.map((name) => sql`coalesce(people.${sql.raw(name)}, 0) as ${sql.raw(name)}`));

function groupKey(by: EvaluationGrouping = 'kind', table: 'step' | 'own_offer'): RawBuilder<string> {
  switch (by) {
    case 'kind':
      return sql`kind`;
    case 'organisation':
      return sql`organisation_id::text`;
    case 'term':
      return sql`coalesce(term, '')`;
    case 'home':
      // An offer has no home organisation, so supply is counted in no group.
      return table === 'step' ? sql`home_id::text` : sql`null::text`;
  }
}

function filters(query: EvaluationQuery): RawBuilder<boolean> {
  const conditions = [
    ...(query.kind?.length ? [sql<boolean>`offer.kind = any(${query.kind})`] : []),
    ...(query.organisationId ? [sql<boolean>`offer.organisation_id = ${query.organisationId}::uuid`] : []),
    ...(query.term ? [sql<boolean>`offer.term = ${query.term}`] : []),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
