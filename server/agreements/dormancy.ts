import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';

/** After so many days without an event, an offer taken up or a change, people are asked whether the agreement still lives. */
const quietDays = 180;
const atMost = 500;

/**
 * Marks agreements in force under which nothing happened for half a year — no step in their own life, no participation
 * between two of their parties that began or still runs — and unmarks those that woke up. Raises `agreement.dormant`.
 * Returns how many fell asleep.
 */
export async function raiseDormancy(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  const since = new Date(now.getTime() - quietDays * 86_400_000);
  const quiet = await selectByActivity(scope, since, true).execute();
  const awake = await selectByActivity(scope, since, false).execute();
  if (awake.length > 0)
    await scope.db
      .updateTable('agreement')
      .set({ dormant_since: null })
      .where('id', '=', sql<string>`any(${awake.map(({ id }) => id)}::uuid[])`)
      .execute();
  return quiet.length === 0
    ? 0
    : mark(
        scope,
        quiet.map(({ id }) => id),
        now,
      );
}

function selectByActivity(scope: Scope, since: Date, isQuiet: boolean) {
  return scope.db
    .selectFrom('agreement')
    .select('agreement.id')
    .where('agreement.state', '=', agreementMachine.moves.resume.to)
    .where('agreement.entered_into_force_at', '<', since)
    .where('agreement.dormant_since', isQuiet ? 'is' : 'is not', null)
    .where((eb) => {
      const isBusy = eb.or([
        eb.exists(
          eb
            .selectFrom('audit_event')
            .select('audit_event.id')
            .where('audit_event.object_type', '=', 'agreement')
            .whereRef('audit_event.object_id', '=', 'agreement.id')
            .where('audit_event.action', '<>', 'agreement.dormant')
            .where('audit_event.at', '>=', since),
        ),
        eb.exists(
          eb
            .selectFrom('participation')
            .innerJoin('agreement_party as home', 'home.organisation_id', 'participation.home_organisation_id')
            .innerJoin('agreement_party as host', 'host.organisation_id', 'participation.provider_organisation_id')
            .select('participation.id')
            .whereRef('home.agreement_id', '=', 'agreement.id')
            .whereRef('host.agreement_id', '=', 'agreement.id')
            .whereRef('home.organisation_id', '<>', 'host.organisation_id')
            .where((or) =>
              or.or([
                or('participation.created_at', '>=', since),
                or('participation.state', 'in', [...participationMachine.groups.running]),
              ]),
            ),
        ),
      ]);
      return isQuiet ? eb.not(isBusy) : isBusy;
    })
    .orderBy('agreement.id')
    .limit(atMost);
}

async function mark(scope: Scope, ids: readonly string[], now: Date): Promise<number> {
  const eventIds = ids.map(() => newId());
  const marked = await scope.db
    .with('changed', (qc) =>
      qc
        .updateTable('agreement')
        .set({ dormant_since: now })
        .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
        .where('dormant_since', 'is', null)
        .returning('id'),
    )
    .with('told', (qc) =>
      qc
        .insertInto('audit_event')
        .columns(['id', 'at', 'action', 'object_type', 'object_id', 'request_id'])
        .expression((eb) =>
          eb
            .selectFrom('changed')
            .innerJoin(
              sql<{ id: string; event_id: string }>`unnest(${[...ids]}::uuid[], ${eventIds}::uuid[])`.as<'pair'>(
                sql`pair (id, event_id)`,
              ),
              'pair.id',
              'changed.id',
            )
            .select([
              'pair.event_id as id',
              sql<Date>`${now}::timestamptz`.as('at'),
              sql<string>`'agreement.dormant'`.as('action'),
              sql<string>`'agreement'`.as('object_type'),
              'changed.id as object_id',
              sql<string>`${scope.requestId}::text`.as('request_id'),
            ]),
        ),
    )
    .selectFrom('changed')
    .select('id')
    .execute();
  if (marked.length > 0) scope.signal();
  return marked.length;
}
