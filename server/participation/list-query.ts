import type { ParticipationQuery } from '@collegium/contract/participation/views.ts';
import { outcomeMachine } from '@collegium/contract/states/outcome.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import { searchQuery } from '../platform/search/words.ts';
import type { Actor } from '../platform/scope.ts';
import { waitsFor } from './open-steps.ts';
import { isParty, visibleParticipations } from './policy.ts';
import { selectParticipations, selectSummary, type SummaryRow } from './queries.ts';

/**
 * Participations that the actor may see, newest first, `limit + 1` of them. The page is chosen before plans and journals
 * are looked up. Worst case: `needsMe`, which looks these up for everything of the organisation that is not finished.
 */
export function listParticipations(
  db: Database,
  actor: Actor,
  now: Date,
  query: ParticipationQuery & { limit: number },
): Promise<SummaryRow[]> {
  const conditions = conditionsOf(actor, query);
  const page = query.needsMe
    ? selectParticipations(db).where((eb) => eb.and([...conditions, isUnfinished(), waitsFor(actor, now)]))
    : db
        .selectFrom('participation')
        .innerJoin('offer', 'offer.id', 'participation.offer_id')
        .innerJoin('person as learner', 'learner.id', 'participation.person_id')
        .where((eb) => eb.and(conditions));
  const ids = page
    .select('participation.id')
    .orderBy('participation.created_at', 'desc')
    .orderBy('participation.id', 'desc')
    .limit(query.limit + 1)
    .as('page');
  return selectSummary(db, now, ids)
    .orderBy('participation.created_at', 'desc')
    .orderBy('participation.id', 'desc')
    .execute();
}

type Joined = Tables & { learner: Tables['person'] };

function conditionsOf(actor: Actor, query: ParticipationQuery): Expression<SqlBool>[] {
  const eb = expressionBuilder<Joined, 'participation' | 'offer' | 'learner'>();
  const { side, state, kind, offer, organisation } = query;
  const after = decodeCursor(query.cursor, 2);
  const words = searchQuery(query.words);
  const conditions: (Expression<SqlBool> | false | undefined)[] = [
    visibleParticipations(actor),
    side && isParty(actor, side),
    state && eb('participation.state', 'in', state),
    kind && eb('offer.kind', 'in', kind),
    offer !== undefined && eb('participation.offer_id', '=', offer),
    organisation !== undefined &&
      eb.or([
        eb('participation.home_organisation_id', '=', organisation),
        eb('participation.provider_organisation_id', '=', organisation),
      ]),
    words !== undefined &&
      eb.or([
        sql<SqlBool>`${eb.ref('offer.search')} @@ to_tsquery('simple', ${words})`,
        eb('learner.name', 'ilike', `%${(query.words ?? '').replace(/[\\%_]/g, '\\$&')}%`),
      ]),
    after &&
      eb(
        eb.refTuple('participation.created_at', 'participation.id'),
        '<',
        eb.tuple(sql<Date>`${after[0]}::timestamptz`, sql<string>`${after[1]}::uuid`),
      ),
  ];
  return conditions.filter((one): one is Expression<SqlBool> => Boolean(one));
}

/** Whatever waits is among these; says so before anything costly is looked up. */
function isUnfinished(): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'participation' | 'outcome'>();
  const cancelled = participationMachine.moves.cancel.to;
  return eb.and([
    eb('participation.state', '<>', cancelled),
    eb.or([eb('outcome.id', 'is', null), eb('outcome.state', 'in', [...outcomeMachine.groups.open])]),
  ]);
}
