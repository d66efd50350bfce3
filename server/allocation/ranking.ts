import type { RankingInput, RankingView } from '@collegium/contract/ranking.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { stateAt } from './present.ts';
import { findRanking, type RankingRow } from './ranking-queries.ts';

/** How the actor's organisation ranks those who wish for its offer. Throws offer.not_found. */
export async function getRanking(scope: MemberScope, roundId: string, offerId: string): Promise<RankingView> {
  const row = await findRanking(scope.db, roundId, offerId, scope.actor.organisationId);
  if (!row) throw new Problem('offer.not_found');
  return present(scope, row);
}

/**
 * Replaces the ranking, in one statement: groups from best to worst, and those who are not acceptable. Everybody in it
 * must still wish for the offer. Until the round is run. Throws ranking.not_applicants, round.already_run, …
 */
export async function changeRanking(
  scope: MemberScope,
  roundId: string,
  offerId: string,
  version: number,
  input: RankingInput,
): Promise<RankingView> {
  const positions = positionsOf(input);
  const rows = await change(scope, (db) => replaceRanking(db, scope, { roundId, offerId, version, positions }), {
    action: 'ranking.changed',
    objectType: 'offer',
    objectId: offerId,
    details: { roundId, ranked: positions.filter(({ position }) => position !== null).length },
  });
  const row = await findRanking(scope.db, roundId, offerId, scope.actor.organisationId);
  if (!row) throw new Problem('offer.not_found');
  if (rows.length === 0) throw refusal(scope, row, version, positions);
  return present(scope, row);
}

interface Positioned {
  person: string;
  position: number | null;
}

interface Replacement {
  roundId: string;
  offerId: string;
  version: number;
  positions: Positioned[];
}

function replaceRanking(db: MemberScope['db'], scope: MemberScope, replacement: Replacement) {
  const { roundId, offerId, version, positions } = replacement;
  const now = scope.clock.now();
  const given = sql<{ person: string; position: number | null }>`jsonb_to_recordset(${jsonb(positions)})`;
  return db
    .with('given', (qc) =>
      qc.selectFrom(given.as<'g'>(sql`g (person uuid, position integer)`)).select(['g.person', 'g.position']),
    )
    .with('stranger', (qc) =>
      qc
        .selectFrom('given')
        .select('person')
        .where('person', 'not in', (eb) =>
          eb
            .selectFrom('application')
            .innerJoin('preference', 'preference.application_id', 'application.id')
            .select('application.person_id')
            .where('application.round_id', '=', roundId)
            .where('application.state', '<>', 'withdrawn')
            .where('preference.offer_id', '=', offerId),
        ),
    )
    .with('changed', (qc) =>
      qc
        .updateTable('round_offer')
        .from('round')
        .innerJoin('offer', (join) => join.on('offer.id', '=', offerId))
        .set({ ranking_version: sql`round_offer.ranking_version + 1`, ranked_at: now, ranked_by: scope.actor.personId })
        .where('round_offer.round_id', '=', roundId)
        .where('round_offer.offer_id', '=', offerId)
        .where('round_offer.ranking_version', '=', version)
        .where('round.id', '=', roundId)
        .where('round.ranked_by', '=', 'provider_ranking')
        .where('round.state', 'in', ['open', 'closed'])
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('run')
                .select('run.id')
                .where('run.round_id', '=', roundId)
                .where('run.state', '=', 'running'),
            ),
          ),
        )
        .where('offer.organisation_id', '=', scope.actor.organisationId)
        .where(sql<boolean>`not exists (select from stranger)`)
        .returning('round_offer.offer_id as id'),
    )
    .with('dropped', (qc) =>
      qc
        .deleteFrom('ranking')
        .where('round_id', '=', roundId)
        .where('offer_id', 'in', (eb) => eb.selectFrom('changed').select('id'))
        .where('person_id', 'not in', (eb) => eb.selectFrom('given').select('person')),
    )
    .with('ranked', (qc) =>
      qc
        .insertInto('ranking')
        .columns(['round_id', 'offer_id', 'person_id', 'position'])
        .expression((eb) =>
          eb
            .selectFrom('given')
            .innerJoin('changed', (join) => join.onTrue())
            .select([sql<string>`${roundId}::uuid`.as('round_id'), 'changed.id', 'given.person', 'given.position']),
        )
        .onConflict((oc) =>
          oc
            .columns(['round_id', 'offer_id', 'person_id'])
            .doUpdateSet((eb) => ({ position: eb.ref('excluded.position') })),
        ),
    );
}

function positionsOf(input: RankingInput): Positioned[] {
  const positions = [
    ...input.groups.flatMap((group, index) => group.map((person) => ({ person, position: index + 1 }))),
    ...input.unacceptable.map((person) => ({ person, position: null })),
  ];
  if (new Set(positions.map(({ person }) => person)).size < positions.length) throw new Problem('ranking.named_twice');
  return positions;
}

function refusal(scope: MemberScope, row: RankingRow, version: number, positions: Positioned[]): Problem {
  const applicants = new Set(row.applicants.map(({ personId }) => personId));
  const strangers = positions.filter(({ person }) => !applicants.has(person)).length;
  if (row.ranked_by !== 'provider_ranking') return new Problem('ranking.not_used');
  if (!isRankable(scope, row)) return new Problem('round.already_run');
  if (row.ranking_version !== version) return new Problem('request.version_stale');
  if (strangers > 0) return new Problem('ranking.not_applicants', { count: strangers });
  return new Problem('round.is_running');
}

function isRankable(scope: MemberScope, row: RankingRow): boolean {
  const state = stateAt(row, scope.clock.now());
  return state === 'open' || state === 'closed';
}

function present(scope: MemberScope, row: RankingRow): RankingView {
  const positions = [...new Set(row.positions.flatMap(({ position }) => position ?? []))].toSorted((a, b) => a - b);
  const at = (wanted: number | null) =>
    row.positions.filter(({ position }) => position === wanted).map(({ personId }) => personId);
  return {
    round: {
      id: row.round_id,
      name: row.name,
      state: stateAt(row, scope.clock.now()),
      closesAt: row.closes_at.toISOString(),
    },
    offer: { id: row.offer_id, title: row.title, places: row.places },
    applicants: row.applicants,
    groups: positions.map(at),
    unacceptable: at(null),
    rankedAt: row.ranked_at?.toISOString() ?? null,
    version: row.ranking_version,
    abilities: {
      change:
        row.ranked_by === 'provider_ranking' && isRankable(scope, row) && roleHas(scope.actor.role, 'ranking:change'),
    },
  };
}
