import { sql, type RawBuilder } from 'kysely';
import { jsonb } from '../../platform/database/database.ts';
import type { Charge } from './charges.ts';
import type { Tables } from '../tables.ts';

type Rows = RawBuilder<{ booking_id: string }>;

/** Notes what bookings take from quotas; `of` selects the ids of those that hold something. Part `charged`. */
export function noteCharges(t: Tables, charges: readonly Charge[], of: RawBuilder<unknown>): Rows {
  return sql<{
    booking_id: string;
  }>`insert into ${t}.booking_charge (booking_id, quota_id, subject_id, period_starts_on, minutes)
    select booking_id, quota_id, subject_id, period_starts_on, minutes from jsonb_to_recordset(${jsonb(charges)}) asked
      (booking_id uuid, quota_id uuid, subject_id uuid, period_starts_on date, minutes integer)
    where booking_id in (${of}) returning *`;
}

/** Takes back what bookings were charged; `of` selects their ids. Part `refunded`. */
export function takeBackCharges(t: Tables, of: RawBuilder<unknown>): Rows {
  return sql<{ booking_id: string }>`delete from ${t}.booking_charge where booking_id in (${of}) returning *`;
}

/**
 * Brings `quota_use` in line with the parts `charged` and `refunded`, each quota, subject and period once, always in the
 * same order. What would exceed a limit is refused by the check `quota_use_within_limit`; giving back never is.
 */
export function countCharges(t: Tables): RawBuilder<{ quota_id: string }> {
  return sql<{
    quota_id: string;
  }>`insert into ${t}.quota_use (quota_id, subject_id, period_starts_on, used_minutes, limit_minutes)
    select net.quota_id, net.subject_id, net.period_starts_on, sum(net.minutes)::integer, min(quota.limit_minutes)
    from (select quota_id, subject_id, period_starts_on, minutes from charged
      union all select quota_id, subject_id, period_starts_on, -minutes from refunded) net
    join ${t}.resource_quota quota on quota.id = net.quota_id
    group by net.quota_id, net.subject_id, net.period_starts_on having sum(net.minutes) <> 0
    order by net.quota_id, net.subject_id, net.period_starts_on
    on conflict (quota_id, subject_id, period_starts_on) do update set
      used_minutes = quota_use.used_minutes + excluded.used_minutes,
      limit_minutes = case when excluded.used_minutes > 0 then excluded.limit_minutes
        else greatest(excluded.limit_minutes, quota_use.used_minutes + excluded.used_minutes) end
    returning quota_id`;
}

export const nothingCharged = sql<{ booking_id: string }>`select null::uuid as booking_id, null::uuid as quota_id,
  null::uuid as subject_id, null::date as period_starts_on, 0 as minutes where false`;
