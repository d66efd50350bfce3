import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Scope } from '../platform/scope.ts';
import { raiseDormancy } from './dormancy.ts';
import { enterIntoForce, selectDue } from './enter-into-force.ts';
import { letTakeEffect } from './take-effect.ts';
import { today } from './today.ts';

const { expire, terminate } = agreementMachine.moves;

/**
 * Everything in the life of agreements that a day brings: entry into force, what was agreed for that day, renewal by itself,
 * expiry, the end of an agreement with one party left, and the alarm for those under which nothing happens any more.
 * Returns how many agreements moved. Safe to run twice and at once.
 */
export async function keepAgreements(scope: Scope): Promise<number> {
  const now = scope.clock.now();
  let moved = 0;
  const sealed = await selectDue(scope.db, now).limit(500).execute();
  for (const id of new Set(sealed.map((row) => row.agreement_id))) if (await enterIntoForce(scope, id)) moved += 1;
  moved += await letTakeEffect(scope);
  moved += await each(await overdue(scope, true), (id) => renew(scope, id));
  moved += await each(await overdue(scope, false), (id) => end(scope, id, 'expired', null));
  moved += await each(await lonely(scope), (id) => end(scope, id, 'terminated', 'Only one party is left.'));
  return moved + (await raiseDormancy(scope));
}

async function each(ids: readonly string[], act: (id: string) => Promise<boolean>): Promise<number> {
  let done = 0;
  for (const id of ids) if (await act(id)) done += 1;
  return done;
}

/** Agreements whose last day has passed: those that go on by themselves, or the others. */
async function overdue(scope: Scope, isRenewing: boolean): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('agreement')
    .select('agreement.id')
    .where('agreement.state', 'in', [...expire.from])
    .where('agreement.ends_on', '<', today(scope.clock.now()))
    .where((eb) => {
      const renews = eb.and([
        eb('agreement.renewal', '=', 'automatic'),
        eb.not(
          eb.exists(
            eb
              .selectFrom('agreement_request as objection')
              .select('objection.id')
              .whereRef('objection.agreement_id', '=', 'agreement.id')
              .where('objection.kind', '=', 'non_renewal')
              .where('objection.state', '=', 'agreed'),
          ),
        ),
      ]);
      return isRenewing ? renews : eb.not(renews);
    })
    .orderBy('agreement.ends_on')
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

/** Goes on by as many months as the terms say, as often as it takes to reach today. */
async function renew(scope: Scope, id: string): Promise<boolean> {
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('agreement')
          .set((eb) => ({
            ends_on: sql<string>`(ends_on + renewal_months * interval '1 month'
              * ceil(((extract(year from age(${today(now)}, ends_on)) * 12 + extract(month from age(${today(now)}, ends_on))) + 1)
                / renewal_months))::date`,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', id)
          .where('state', 'in', [...expire.from])
          .where('renewal', '=', 'automatic')
          .where('ends_on', '<', today(now))
          .returning(['id', 'ends_on']),
      ),
    { action: 'agreement.renewed', objectType: 'agreement', details: { automatic: true } },
  );
  return rows.length > 0;
}

/** Agreements that bind a single party, since the others have left. */
async function lonely(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .selectFrom('agreement_party')
    .innerJoin('agreement', 'agreement.id', 'agreement_party.agreement_id')
    .select('agreement.id')
    .where('agreement.state', 'in', [...terminate.from])
    .groupBy('agreement.id')
    .having(sql<boolean>`bool_or(agreement_party.left_on is not null)`)
    .having(sql<boolean>`count(*) filter (where joined_on is not null and left_on is null) < 2`)
    .limit(500)
    .execute();
  return rows.map(({ id }) => id);
}

async function end(scope: Scope, id: string, to: 'expired' | 'terminated', reason: string | null): Promise<boolean> {
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .updateTable('agreement')
            .set((eb) => ({ state: to, ended_at: now, end_reason: reason, version: eb('version', '+', 1) }))
            .where('id', '=', id)
            .where('state', 'in', [...agreementMachine.groups.bound])
            .$if(to === 'expired', (q) => q.where('ends_on', '<', today(now)))
            .returning('id'),
        )
        .with('closed', (qc) =>
          qc
            .updateTable('agreement_version')
            .from('changed')
            .set({ state: versionMachine.moves.abandon.to, closed_at: now })
            .whereRef('agreement_version.agreement_id', '=', 'changed.id')
            .where('agreement_version.state', 'in', [...versionMachine.groups.open]),
        ),
    { action: `agreement.${to}`, objectType: 'agreement', reason },
  );
  return rows.length > 0;
}
