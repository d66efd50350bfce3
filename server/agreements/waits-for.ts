import { reviewSteps } from '@collegium/contract/agreements/review.ts';
import { sql, expressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor, Member } from '../platform/scope.ts';
import { rolesOfStep } from './policy.ts';

/** Something waits for this actor: a step of their party's review, or their organisation's answer to a request. */
export function waitsFor(actor: Actor): Expression<SqlBool> {
  if (actor.organisationId === null) return sql<SqlBool>`false`;
  return expressionBuilder<Tables, 'agreement'>().or([stepWaits(actor), answerWaits(actor)]);
}

/** The next step of the review of the actor's party is the actor's. */
export function stepWaits(actor: Member): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'agreement'>();
  const steps = reviewSteps.filter((step) => rolesOfStep[step].some((role) => role === actor.role));
  return eb.exists(
    eb
      .selectFrom('agreement_version as proposed')
      .innerJoin('agreement_party as party', 'party.agreement_id', 'proposed.agreement_id')
      .innerJoinLateral(
        (due) =>
          due
            .selectFrom(
              sql<{ step: 'unit'; place: number }>`unnest(${[...reviewSteps]}::text[]) with ordinality`.as<'steps'>(
                sql`steps (step, place)`,
              ),
            )
            .select('steps.step')
            .where(sql<boolean>`steps.step = any(party.chain)`)
            .where((step) =>
              step.not(
                step.exists(
                  step
                    .selectFrom('version_approval as given')
                    .select('given.step')
                    .whereRef('given.agreement_version_id', '=', 'proposed.id')
                    .whereRef('given.organisation_id', '=', 'party.organisation_id')
                    .whereRef('given.step', '=', 'steps.step'),
                ),
              ),
            )
            .orderBy('steps.place')
            .limit(1)
            .as('due'),
        (join) => join.onTrue(),
      )
      .leftJoin('agreement_reviewer as named', (join) =>
        join
          .onRef('named.agreement_id', '=', 'party.agreement_id')
          .onRef('named.organisation_id', '=', 'party.organisation_id')
          .onRef('named.step', '=', 'due.step'),
      )
      .select('proposed.id')
      .whereRef('proposed.agreement_id', '=', 'agreement.id')
      .where('proposed.state', '=', 'proposed')
      .where('party.organisation_id', '=', actor.organisationId)
      .where('party.left_on', 'is', null)
      .where(sql<boolean>`coalesce(named.person_id = ${actor.personId}::uuid, due.step = any(${steps}::text[]))`),
  );
}

/** The actor's organisation has not answered a request that needs its word. */
export function answerWaits(actor: Member): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'agreement'>();
  const own = actor.organisationId;
  const isLeader = ['coordinator', 'organisation_administrator'].includes(actor.role);
  if (!isLeader) return sql<SqlBool>`false`;
  return eb.exists(
    eb
      .selectFrom('agreement_request as asked')
      .leftJoin('agreement_party as party', (join) =>
        join
          .onRef('party.agreement_id', '=', 'asked.agreement_id')
          .on('party.organisation_id', '=', own)
          .on('party.left_on', 'is', null)
          .on('party.joined_on', 'is not', null),
      )
      .select('asked.id')
      .whereRef('asked.agreement_id', '=', 'agreement.id')
      .where('asked.state', '=', 'open')
      .where('asked.asked_for', '<>', own)
      .where(
        sql<boolean>`((asked.kind = 'accession' and asked.organisation_id = ${own}::uuid)
          or (asked.needs = 'all' and party.organisation_id is not null)
          or (asked.needs = 'lead' and party.role = 'lead'))`,
      )
      .where((or) =>
        or.not(
          or.exists(
            or
              .selectFrom('agreement_request_answer as given')
              .select('given.organisation_id')
              .whereRef('given.agreement_request_id', '=', 'asked.id')
              .where('given.organisation_id', '=', own),
          ),
        ),
      ),
  );
}
