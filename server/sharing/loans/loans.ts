import { sql, type RawBuilder } from 'kysely';
import { newId } from '../../platform/ids.ts';
import type { Scope } from '../../platform/scope.ts';
import { part, tablesOf, type Tables } from '../tables.ts';

/** Days after a loan is due on which its holder is reminded; negative before. */
const reminderDays = [-3, 1, 8, 15, 22];
const atOnce = 500;

/** Whether `booking` is a loan, which is over when it is returned and not when it is due. */
export function isLoan(t: Tables): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${t}.booking_resource lent join ${t}.resource on resource.id = lent.resource_id
    where lent.booking_id = booking.id and resource.kind = 'collection')`;
}

/**
 * Reminds the holders of loans before they are due, and again while they are overdue; of several reminders that were missed
 * only the latest is sent. Each is sent once, however often this runs.
 */
export async function remindOfLoans(scope: Scope): Promise<void> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  for (;;) {
    const events = Array.from({ length: atOnce }, (_, index) => ({ place: index + 1, id: newId() }));
    const rows = await scope.db
      .with('due', () => part(dueReminders(t, now)))
      .with('reminded', () =>
        part(sql<{
          booking_id: string;
          day: number;
        }>`insert into ${t}.loan_reminder (booking_id, due_at, day, reminded_at)
          select id, ends_at, day, ${now}::timestamptz from due on conflict do nothing returning booking_id, day`),
      )
      .with('told', () =>
        part(sql<object>`insert into ${t}.audit_event (id, at, action, object_type, object_id, request_id)
          select event.id, ${now}::timestamptz, case when reminded.day < 0 then 'booking.due_soon' else 'booking.overdue' end,
            'booking', reminded.booking_id, ${scope.requestId}::text
          from (select booking_id, day, row_number() over (order by booking_id) as place from reminded) reminded
          join jsonb_to_recordset(${JSON.stringify(events)}::jsonb) event (place integer, id uuid) on event.place = reminded.place
          returning id`),
      )
      .selectFrom('reminded')
      .select('booking_id')
      .execute();
    if (rows.length > 0) scope.signal();
    if (rows.length < atOnce) return;
  }
}

/** Loans with the latest reminder that is due and was not sent. Short ones are not announced as soon as they begin. */
function dueReminders(t: Tables, now: Date): RawBuilder<{ id: string; ends_at: Date; day: number }> {
  return sql<{ id: string; ends_at: Date; day: number }>`
    select booking.id, booking.ends_at, latest.day from ${t}.booking
    cross join lateral (select max(day) as day from unnest(${reminderDays}::integer[]) day
      where booking.ends_at + day * interval '1 day' <= ${now}::timestamptz) latest
    where booking.state = 'confirmed' and booking.released_at is null
      and booking.ends_at <= ${now}::timestamptz + interval '3 days' and booking.starts_at <= ${now}::timestamptz
      and latest.day is not null
      and (latest.day > 0 or (booking.ends_at > ${now}::timestamptz and booking.ends_at - booking.starts_at > interval '4 days'))
      and ${isLoan(t)}
      and not exists (select from ${t}.loan_reminder sent where sent.booking_id = booking.id
        and sent.due_at = booking.ends_at and sent.day >= latest.day)
    order by booking.ends_at, booking.id limit ${atOnce}`;
}
