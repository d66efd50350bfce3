import type { BookingState } from '@collegium/contract/states/booking.ts';
import { sql, type RawBuilder } from 'kysely';
import { newId } from '../../platform/ids.ts';
import type { Scope } from '../../platform/scope.ts';
import { countCharges, nothingCharged, takeBackCharges } from '../taking/charge.ts';
import { isAsSeen, release } from './move-booking.ts';
import { part, tablesOf } from '../tables.ts';

const atOnce = 500;

export interface Ending {
  /** Which bookings, on the columns of `booking`; what was ended must not match again. */
  where: RawBuilder<boolean>;
  to: BookingState;
  action: string;
  reason?: string | null;
  /** Columns besides state and version. */
  set?: RawBuilder<unknown>;
  releases: boolean;
}

/** Ends bookings that the server itself ends, each with an event; returns how many. Safe to run twice and in two processes. */
export async function endMany(scope: Scope, ending: Ending): Promise<number> {
  let ended = 0;
  for (;;) {
    const count = await endSome(scope, ending);
    ended += count;
    if (count < atOnce) return ended;
  }
}

async function endSome(scope: Scope, { where, to, action, reason, set, releases }: Ending): Promise<number> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const due = await sql<{
    id: string;
  }>`select booking.id from ${t}.booking where ${where} order by booking.id limit ${atOnce}`.execute(scope.db);
  if (due.rows.length === 0) return 0;
  const events = due.rows.map(({ id }) => ({ id, event_id: newId() }));
  const rows = await scope.db
    .with('moved', () =>
      part(sql<{
        id: string;
      }>`update ${t}.booking set state = ${to}::text, version = booking.version + 1, respond_by = null,
          decide_at = null ${set ? sql`, ${set}` : sql``}
        where booking.id = any(${due.rows.map(({ id }) => id)}::uuid[]) and ${where} and ${isAsSeen(t)} returning *`),
    )
    .with('released', () => part(releases ? release(t, now) : sql<object>`select where false`))
    .with('refunded', () =>
      part(releases ? takeBackCharges(t, sql`select id from moved where not is_charged`) : nothingCharged),
    )
    .with('charged', () => part(nothingCharged))
    .with('counted', () => part(countCharges(t)))
    .with('told', () =>
      part(sql<object>`insert into ${t}.audit_event (id, at, action, object_type, object_id, reason, request_id)
        select event.event_id, ${now}::timestamptz, ${action}::text, 'booking', moved.id, ${reason ?? null}::text, ${scope.requestId}::text
        from moved join jsonb_to_recordset(${JSON.stringify(events)}::jsonb) event (id uuid, event_id uuid) on event.id = moved.id
        returning id`),
    )
    .selectFrom('moved')
    .select('id')
    .execute();
  if (rows.length > 0) scope.signal();
  return rows.length;
}
