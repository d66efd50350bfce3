import { sql } from 'kysely';
import { among, benefits, open, promises, type Part, type Sql } from './promised.ts';

/**
 * Bookings by people of whom the promise is kept towards. Used are the hours between coming and giving back; made available
 * is all that was booked, whether they came or not, unless a share had set it aside already. What is booked because it is
 * part of something else counts only for a promise of that part.
 */
export function bookedHours(t: Sql, part: Part): Sql {
  return sql`
    select c.id, 'booking', b.id, ${day}, round(sum(case c.measure when 'resource_hours_used' then
        ${hours(sql`greatest(b.starts_at, coalesce(b.checked_in_at, b.starts_at))`, sql`coalesce(b.released_at, b.ends_at)`)}
        else ${hours(sql`b.starts_at`, sql`b.ends_at`)} end)::numeric, 2), 0, null::date
    from ${t}.booking b join ${t}.booking_resource held on held.booking_id = b.id join ${t}.resource r on r.id = held.resource_id
    join ${promises(t, part)} c on c.promiser_id = r.organisation_id
    where c.measure in ('resource_hours_available', 'resource_hours_used') and ${open} and ${among(part, 'b.id')}
      and b.kind = 'use' and b.starts_at >= c.starts_on - 1 and b.starts_at < c.ends_on + 2
      and b.state = any(case c.measure when 'resource_hours_used' then array['completed'] else array['completed', 'no_show'] end)
      and (r.id = c.resource_id or (c.resource_id is null and not held.is_part))
      and ${benefits(t, part, sql`b.organisation_id`)} and ${setAside(t)}
    group by c.id, b.id`;
}

/** Hours that shares set aside, of a period as many as its part of the days of the share. */
export function hoursSetAside(t: Sql, part: Part): Sql {
  const from = sql`greatest(share.starts_on, f.starts_on)`;
  const days = sql`(least(share.ends_on, f.ends_on) - ${from} + 1)`;
  return sql`
    select c.id, 'share', r.id, max(${from}),
      round(sum(share.promised_minutes / 60.0 * ${days} / (share.ends_on - share.starts_on + 1)), 2), 0, null::date
    from ${t}.resource_share share join ${t}.resource r on r.id = share.resource_id
    join ${promises(t, part)} c on c.promiser_id = r.organisation_id
    join ${t}.commitment_figure f on f.commitment_id = c.id and share.starts_on <= f.ends_on and share.ends_on >= f.starts_on
    where c.measure = 'resource_hours_available' and ${open} and ${among(part, 'r.id')} and r.state <> 'retired'
      and (c.resource_id is null or r.id = c.resource_id)
      and ${benefits(t, part, sql`share.organisation_id`)} and ${isOfAgreement(t)}
    group by c.id, f.period, r.id`;
}

const day = sql`(b.starts_at at time zone b.time_zone)::date`;

/** A booking within a share belongs to the agreement that the share names; what is set aside is not made available twice. */
function setAside(t: Sql): Sql {
  const within = sql`from ${t}.resource_share share where share.resource_id = r.id
    and share.organisation_id = b.organisation_id and ${day} between share.starts_on and share.ends_on`;
  return sql`case when not exists (select ${within}) then not c.is_under_agreement
    else c.measure = 'resource_hours_used' and exists (select ${within} and ${isOfAgreement(t)}) end`;
}

function isOfAgreement(t: Sql): Sql {
  return sql`((share.commitment_id is null and not c.is_under_agreement) or exists (
    select from ${t}.commitment named where named.id = share.commitment_id and named.agreement_id = c.agreement_id))`;
}

function hours(from: Sql, until: Sql): Sql {
  return sql`greatest(0, extract(epoch from ${until} - ${from})) / 3600 * held.quantity`;
}
