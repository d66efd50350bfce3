import type { Party } from '@collegium/contract/participation.ts';
import type { OpenStep } from '@collegium/contract/participation/views.ts';
import { roleHas, type Permission } from '@collegium/contract/permissions.ts';
import { outcomeMachine, type OutcomeState } from '@collegium/contract/states/outcome.ts';
import { participationMachine, type ParticipationState } from '@collegium/contract/states/participation.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../platform/scope.ts';
import { isParty } from './policy.ts';

type Step = OpenStep['step'];

/** Who may take a step; it is open for nobody else. */
const permissionOf: Record<Step, Permission> = {
  propose_plan: 'plan:propose',
  approve_plan: 'plan:approve',
  confirm_journal: 'journal:confirm',
  complete: 'participation:complete',
  assess: 'outcome:assess',
  countersign: 'outcome:countersign',
  recognise: 'outcome:recognise',
};
const { groups } = participationMachine;

/**
 * When a step waits for a party, in terms of the joins of `selectParticipations`: `latest` and `in_force` (plans),
 * `journal`, `outcome`. The only place that says so; lists filter by it, and pages show it.
 */
function conditionsOf(now: Date): [Party, Step, RawBuilder<SqlBool>][] {
  const canApprove = sql<SqlBool>`${among(groups.current)} and latest.agreed_at is null and latest.id is not null and outcome.id is null`;
  return [
    ['provider', 'propose_plan', sql`${among(['planning'])} and latest.id is null`],
    ...(['learner', 'provider', 'home'] as const).map((party): [Party, Step, RawBuilder<SqlBool>] => [
      party,
      'approve_plan',
      sql`${canApprove} and not ${party} = any(latest.parties)`,
    ]),
    ['provider', 'confirm_journal', sql`${among(groups.assessable)} and outcome.id is null and journal.waiting > 0`],
    ['provider', 'complete', sql`${among(groups.running)} and in_force.ends_on < ${todayAtPlace(now)}`],
    ['provider', 'assess', sql`${among(['completed'])} and outcome.id is null`],
    ['learner', 'countersign', outcomeIs(outcomeMachine.moves.countersign.from)],
    ['home', 'recognise', sql`${outcomeIs(outcomeMachine.moves.recognise.from)} and ${among(groups.recognisable)}`],
  ];
}

/** Everything that waits, as `text[]` of `party:step`, most pressing first. */
export function openSteps(now: Date): RawBuilder<string[]> {
  const steps = conditionsOf(now).map(([party, step, when]) => sql`case when ${when} then ${`${party}:${step}`} end`);
  return sql<string[]>`array_remove(array[${sql.join(steps)}]::text[], null)`;
}

/** Something waits for this actor: their party, and a step that their role may take. */
export function waitsFor(actor: Actor, now: Date): RawBuilder<SqlBool> {
  const mine = conditionsOf(now)
    .filter(([, step]) => roleHas(actor.role, permissionOf[step]))
    .map(([party, , when]) => sql`(${isParty(actor, party)} and ${when})`);
  return mine.length === 0 ? sql`false` : sql`(${sql.join(mine, sql` or `)})`;
}

/** `['provider:assess']` → `[{ party: 'provider', step: 'assess' }]`. */
export function parseSteps(steps: readonly string[]): OpenStep[] {
  return steps.map((one) => {
    const [party, step] = one.split(':');
    return { party, step } as OpenStep;
  });
}

/** The calendar date where the offer takes place. */
export function todayAtPlace(now: Date): RawBuilder<string> {
  return sql<string>`(${now}::timestamptz at time zone ${sql.ref('offer.time_zone')})::date`;
}

function among(states: readonly ParticipationState[]): RawBuilder<SqlBool> {
  return sql`${sql.ref('participation.state')} = any(${states}::text[])`;
}

function outcomeIs(states: readonly OutcomeState[]): RawBuilder<SqlBool> {
  return sql`coalesce(${sql.ref('outcome.state')} = any(${states}::text[]), false)`;
}
