import { sql } from 'kysely';
import { schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Scope } from '../platform/scope.ts';
import { judgeAgreements } from './judge-agreements.ts';
import { refreshSources } from './refresh.ts';

const atOnce = 500;

/**
 * Does what time alone brings: answers whose days are over count as late, agreements are judged on the day on which a word
 * changes, and responsible people are reminded before a promise is due (`commitment.due_soon`, then once more a week before).
 * Looks only at what is due; safe to run twice and in two processes at once.
 */
export async function lookAgain(scope: Scope): Promise<void> {
  await inPortions(scope, countLateAnswers);
  await inPortions(scope, judgeDue);
  await inPortions(scope, remind);
}

async function inPortions(scope: Scope, doSome: (scope: Scope, today: string) => Promise<number>): Promise<void> {
  const today = scope.clock.now().toISOString().slice(0, 10);
  for (;;) {
    const done = await scope.db.transaction().execute((db) => doSome({ ...scope, db }, today));
    if (done > 0) scope.signal();
    if (done < atOnce) return;
  }
}

async function countLateAnswers(scope: Scope, today: string): Promise<number> {
  const due = await scope.db
    .selectFrom('commitment_entry')
    .innerJoin('commitment', 'commitment.id', 'commitment_entry.commitment_id')
    .select('commitment_entry.source_id')
    .distinct()
    .where('due_on', '<', today)
    .where('commitment.closed_on', 'is', null)
    .limit(atOnce)
    .execute();
  await refreshSources(
    scope,
    due.map(({ source_id }) => source_id),
  );
  return due.length;
}

async function judgeDue(scope: Scope, today: string): Promise<number> {
  const due = await scope.db
    .selectFrom('agreement_health')
    .select('agreement_id')
    .where('changes_on', '<=', today)
    .orderBy('changes_on')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute();
  await judgeAgreements(
    scope,
    due.map(({ agreement_id }) => agreement_id),
  );
  return due.length;
}

/** A promise that is kept already needs no reminder. A week before the end comes the second and last one. */
async function remind(scope: Scope, today: string): Promise<number> {
  const t = sql.raw(schemaOf(scope.network.slug));
  const ids = Array.from({ length: atOnce }, () => newId());
  const { rows } = await sql<{ commitment_id: string }>`
    with due as (
      select commitment_id, period, row_number() over () as n from (
        select commitment_id, period from ${t}.commitment_figure where remind_on <= ${today}::date limit ${atOnce} for update skip locked) due),
    reminded as (
      update ${t}.commitment_figure f set remind_on = case
        when f.ends_on - 7 > ${today}::date and f.remind_on < f.ends_on - 7 then f.ends_on - 7 end
      from due where due.commitment_id = f.commitment_id and due.period = f.period
      returning f.*, due.n),
    told as (
      insert into ${t}.audit_event (id, at, action, object_type, object_id, details, request_id)
      select (${ids}::uuid[])[reminded.n], ${scope.clock.now()}::timestamptz, 'commitment.due_soon', 'commitment', c.id,
        jsonb_build_object('period', period, 'endsOn', reminded.ends_on), ${scope.requestId}::text
      from reminded join ${t}.commitment c on c.id = reminded.commitment_id
      where c.closed_on is null and reminded.ends_on >= ${today}::date
        and (c.measure in ('exchange_balance', 'answers_within_days') or reminded.delivered < reminded.promised))
    select commitment_id from reminded`.execute(scope.db);
  return rows.length;
}
