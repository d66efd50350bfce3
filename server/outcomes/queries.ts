import type { OutcomeQuery } from '@collegium/contract/outcomes.ts';
import { outcomeMachine } from '@collegium/contract/states/outcome.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { expressionBuilder, sql, type AliasedExpression, type ExpressionWrapper, type SqlBool } from 'kysely';
import { isParty, visibleParticipations } from '../participation/policy.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Actor } from '../platform/scope.ts';

/** Outcomes with their participation, the plan they were assessed against, and the names that their readers need; with `page`, only those. */
function selectOutcomes(db: Database, actor: Actor, page?: AliasedExpression<{ id: string }, 'page'>) {
  return db
    .selectFrom('outcome')
    .$if(page !== undefined, (q) =>
      q.innerJoin(page as NonNullable<typeof page>, 'page.id', 'outcome.id').$castTo<object>(),
    )
    .innerJoin('participation', 'participation.id', 'outcome.participation_id')
    .innerJoin('offer', 'offer.id', 'participation.offer_id')
    .innerJoin('person as learner', 'learner.id', 'participation.person_id')
    .innerJoin('organisation as home', 'home.id', 'participation.home_organisation_id')
    .innerJoin('organisation as provider', 'provider.id', 'participation.provider_organisation_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('plan')
          .select(['plan.starts_on', 'plan.ends_on', 'plan.hours', 'plan.goals'])
          .whereRef('plan.participation_id', '=', 'participation.id')
          .where('agreed_at', 'is not', null)
          .orderBy('number', 'desc')
          .limit(1)
          .as('in_force'),
      (join) => join.onTrue(),
    )
    .select([
      'outcome.id',
      'outcome.participation_id',
      'outcome.state',
      'outcome.grade',
      'outcome.grade_scale',
      'outcome.credits_ects_proposed',
      'outcome.credits_ects_recognised',
      'outcome.grade_recognised',
      'outcome.grade_scale_recognised',
      'outcome.assessed_at',
      'outcome.recognised_at',
      'participation.person_id',
      'participation.home_organisation_id',
      'participation.provider_organisation_id',
      'participation.state as participation_state',
      'offer.id as offer_id',
      'offer.kind as offer_kind',
      'offer.title as offer_title',
      'learner.name as learner_name',
      'home.name as home_name',
      'home.short_mark as home_mark',
      'provider.name as provider_name',
      'provider.short_mark as provider_mark',
      'in_force.starts_on',
      'in_force.ends_on',
    ])
    .select(waitsFor(actor).as('waits_for_me'));
}
export type OutcomeSummaryRow = Awaited<ReturnType<typeof listOutcomes>>[number];

/** One outcome with everything that its page shows; undefined when there is none. */
export function findOutcome(db: Database, actor: Actor, id: string) {
  return selectOutcomes(db, actor)
    .innerJoin('person as assessor', 'assessor.id', 'outcome.assessed_by')
    .leftJoin('person as recogniser', 'recogniser.id', 'outcome.recognised_by')
    .select([
      'in_force.goals',
      'in_force.hours',
      'outcome.goal_results',
      'outcome.provider_statement',
      'outcome.learner_statement',
      'outcome.countersigned_at',
      'outcome.refusal_reason',
      'outcome.version',
      'assessor.name as assessed_by_name',
      'recogniser.name as recognised_by_name',
    ])
    .select((eb) =>
      eb
        .selectFrom('journal_entry')
        .select(sql<number>`coalesce(sum(minutes), 0)`.as('minutes'))
        .whereRef('journal_entry.participation_id', '=', 'participation.id')
        .where('confirmed_at', 'is not', null)
        .as('confirmed_minutes'),
    )
    .where('outcome.id', '=', id)
    .executeTakeFirst();
}
export type OutcomeRow = NonNullable<Awaited<ReturnType<typeof findOutcome>>>;

/**
 * Outcomes that the actor may see, the latest assessment first, `limit + 1` of them. The page is chosen before plans and
 * names are looked up. Worst case: all outcomes of an organisation are read once.
 */
export function listOutcomes(db: Database, actor: Actor, query: OutcomeQuery & { limit: number }) {
  const after = decodeCursor(query.cursor, 2);
  const page = db
    .selectFrom('outcome')
    .innerJoin('participation', 'participation.id', 'outcome.participation_id')
    .innerJoin('offer', 'offer.id', 'participation.offer_id')
    .select('outcome.id')
    .where(visibleParticipations(actor))
    .$if(query.side !== undefined, (q) => q.where(isParty(actor, query.side ?? 'home')))
    .$if(Boolean(query.state?.length), (q) => q.where('outcome.state', 'in', query.state ?? []))
    .$if(Boolean(query.kind?.length), (q) => q.where('offer.kind', 'in', query.kind ?? []))
    .$if(query.needsMe === true, (q) => q.where(waitsFor(actor)))
    .$if(query.organisation !== undefined, (q) =>
      q.where((eb) =>
        eb.or([
          eb('participation.home_organisation_id', '=', query.organisation ?? ''),
          eb('participation.provider_organisation_id', '=', query.organisation ?? ''),
        ]),
      ),
    )
    .$if(after !== undefined, (q) =>
      q.where((eb) =>
        eb(
          eb.refTuple('outcome.assessed_at', 'outcome.id'),
          '<',
          eb.tuple(sql<Date>`${after?.[0]}::timestamptz`, sql<string>`${after?.[1]}::uuid`),
        ),
      ),
    )
    .orderBy('outcome.assessed_at', 'desc')
    .orderBy('outcome.id', 'desc')
    .limit(query.limit + 1);
  return selectOutcomes(db, actor, page.as('page'))
    .orderBy('outcome.assessed_at', 'desc')
    .orderBy('outcome.id', 'desc')
    .execute();
}

/** The SQL twin of “may countersign or recognise it now”. */
function waitsFor(actor: Actor): ExpressionWrapper<Tables, 'outcome' | 'participation', SqlBool> {
  const eb = expressionBuilder<Tables, 'outcome' | 'participation'>();
  const { countersign, recognise } = outcomeMachine.moves;
  return eb.or([
    eb.and([eb('outcome.state', 'in', [...countersign.from]), isParty(actor, 'learner')]),
    eb.and([
      eb('outcome.state', 'in', [...recognise.from]),
      eb('participation.state', 'in', [...participationMachine.groups.recognisable]),
      isParty(actor, 'home'),
      sql<SqlBool>`${roleHas(actor.role, 'outcome:recognise')}::boolean`,
    ]),
  ]);
}
