import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import { sql, type RawBuilder } from 'kysely';
import { change, type Changed } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { getBooking } from './bookings.ts';
import { pickText, type LocalisedText } from '@collegium/contract/localised-text.ts';
import { countCharges, takeBackCharges } from '../taking/charge.ts';
import { partnerUntil } from '../partners.ts';
import { opens } from '../resources/resource-query.ts';
import { dayInWords } from '../sentences.ts';
import { part, tablesOf, type Tables } from '../tables.ts';

/**
 * Proposes to somebody that the two exchange their bookings of the same resources, of the same length.
 * Throws booking.not_found, swap.not_possible, swap.opened_until, swap.proposed_already.
 */
export async function proposeSwap(
  scope: MemberScope,
  id: string,
  { otherId, message }: { otherId: string; message?: string },
): Promise<BookingView> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', () =>
        part(sql<{ id: string }>`insert into ${t}.booking_swap
            (id, booking_id, other_id, booking_version, other_version, message, proposed_at, proposed_by)
          select ${newId()}::uuid, mine.id, other.id, mine.version, other.version, ${message ?? ''}::text, ${now}::timestamptz, ${scope.actor.personId}::uuid
          from ${t}.booking mine join ${t}.booking other on other.id = ${otherId}::uuid
          where mine.id = ${id}::uuid and mine.person_id = ${scope.actor.personId}::uuid
            and other.person_id <> mine.person_id and ${canSwap(t, now)} returning id`),
      ) as never,
    { action: 'swap.proposed', objectType: 'booking_swap', details: { bookingId: id, otherId } },
  );
  const view = await getBooking(scope, id);
  if (rows.length > 0) return view;
  if (view.holder.personId !== scope.actor.personId) throw new Problem('booking.not_found');
  throw (await openedUntil(scope, id, otherId)) ?? new Problem('swap.not_possible');
}

/**
 * Accepts or refuses a swap. Accepted, each holds what the other held, in one statement, unless either changed since; of
 * two swaps that cross, the first wins. Half a swap is refused by the check `booking_swap_answer_whole`. Throws swap.not_found,
 * swap.outdated, swap.opened_until, swap.not_possible, booking.quota_reached.
 */
export async function answerSwap(
  scope: MemberScope,
  id: string,
  { isAccepted }: { isAccepted: boolean },
): Promise<BookingView> {
  const t = tablesOf(scope);
  const now = scope.clock.now();
  const rows = await change<Changed<{ id: string; booking_id: string; other_id: string }>>(
    scope,
    (db) =>
      db
        .with('asked', () => part(asked(t, scope, id)))
        .with('exchanged', () => part(exchange(t, now, isAccepted)))
        .with('refunded', () => part(takeBackCharges(t, sql`select id from exchanged`)))
        .with('charged', () => part(chargeOthers(t)))
        .with('counted', () => part(countCharges(t)))
        .with('priced', () => part(exchangePrices(t)))
        .with('uninvited', () =>
          part(sql<{ booking_id: string; person_id: string }>`delete from ${t}.booking_attendee invited using exchanged
            where invited.booking_id = exchanged.id returning invited.booking_id, invited.person_id`),
        )
        .with('invited', () => part(inviteOthers(t)))
        .with('changed', () =>
          part(sql<{ id: string }>`update ${t}.booking_swap swap set answered_at = ${now}::timestamptz,
              answered_by = ${scope.actor.personId}::uuid, is_accepted = case when not ${isAccepted}::boolean then false
                when (select count(*) from exchanged) = 2 then true end
            from asked where swap.id = asked.id and (not ${isAccepted}::boolean or exists (select from exchanged))
            returning swap.id, swap.booking_id, swap.other_id`),
        ) as never,
    { action: isAccepted ? 'swap.accepted' : 'swap.declined', objectType: 'booking_swap' },
  );
  const [row] = rows;
  if (row) return getBooking(scope, isAccepted ? row.booking_id : row.other_id);
  const known = await sql<{
    booking_id: string;
    other_id: string;
    is_outdated: boolean;
  }>`select swap.booking_id, swap.other_id, swap.answered_at is not null
      or (mine.version, other.version) <> (swap.booking_version, swap.other_version) as is_outdated
    from ${t}.booking_swap swap join ${t}.booking mine on mine.id = swap.booking_id join ${t}.booking other on other.id = swap.other_id
    where swap.id = ${id}::uuid and other.person_id = ${scope.actor.personId}::uuid`.execute(scope.db);
  const [found] = known.rows;
  if (!found) throw new Problem('swap.not_found');
  if (found.is_outdated) throw new Problem('swap.outdated');
  throw (await openedUntil(scope, found.booking_id, found.other_id)) ?? new Problem('swap.not_possible');
}

/** Both rows are held, in the order of their ids, so that two swaps that cross never wait for each other. */
function asked(t: Tables, { actor }: MemberScope, id: string): RawBuilder<{ id: string }> {
  return sql<{ id: string }>`select swap.id, swap.booking_id, swap.other_id, swap.booking_version, swap.other_version
    from ${t}.booking_swap swap where swap.id = ${id}::uuid and swap.answered_at is null
      and swap.other_id in (select other.id from ${t}.booking other where other.person_id = ${actor.personId}::uuid) for update`;
}

/** Whom each booking is charged to from now on. */
function chargeOthers(t: Tables): RawBuilder<{ booking_id: string }> {
  return sql<{
    booking_id: string;
  }>`insert into ${t}.booking_charge (booking_id, quota_id, subject_id, period_starts_on, minutes)
    select charge.booking_id, charge.quota_id, whose.subject_id, charge.period_starts_on, charge.minutes
    from ${t}.booking_charge charge join exchanged on exchanged.id = charge.booking_id
    join ${t}.booking counterpart on counterpart.id = exchanged.counterpart_id
    join ${t}.resource_quota quota on quota.id = charge.quota_id
    cross join lateral (select case quota.per when 'person' then counterpart.person_id when 'unit' then coalesce(counterpart.unit_id, counterpart.organisation_id)
      when 'organisation' then counterpart.organisation_id else charge.subject_id end as subject_id) whose
    where whose.subject_id is not null returning *`;
}

/** Guests go with the holder who invited them, and answer for the other time anew. */
function inviteOthers(t: Tables): RawBuilder<{ booking_id: string }> {
  return sql<{ booking_id: string }>`insert into ${t}.booking_attendee (booking_id, person_id)
    select exchanged.id, uninvited.person_id from exchanged join uninvited on uninvited.booking_id = exchanged.counterpart_id
    where (select count(*) from uninvited) > 0 returning booking_id`;
}

/** Each takes the place of the other: person, membership, organisation, price and what it is for; times and items stay. */
function exchange(t: Tables, now: Date, isAccepted: boolean): RawBuilder<{ id: string }> {
  return sql<{
    id: string;
  }>`update ${t}.booking changing set person_id = counterpart.person_id, membership_id = counterpart.membership_id,
      organisation_id = counterpart.organisation_id, unit_id = counterpart.unit_id, purpose = counterpart.purpose,
      held_for = counterpart.held_for, group_name = counterpart.group_name, offer_id = counterpart.offer_id, place = counterpart.place,
      cost_centre = counterpart.cost_centre, people = counterpart.people, service = counterpart.service,
      price_minor = counterpart.price_minor, currency = counterpart.currency, version = changing.version + 1
    from (select either.id, case when either.id = asked.booking_id then asked.other_id else asked.booking_id end as counterpart_id
      from asked join ${t}.booking either on either.id in (asked.booking_id, asked.other_id)
      join ${t}.booking mine on mine.id = asked.booking_id and mine.version = asked.booking_version
      join ${t}.booking other on other.id = asked.other_id and other.version = asked.other_version
      where ${isAccepted}::boolean and ${canSwap(t, now)} and either.version = case when either.id = asked.booking_id then asked.booking_version else asked.other_version end
      order by either.id for update of either) pair
    join ${t}.booking counterpart on counterpart.id = pair.counterpart_id
    where changing.id = pair.id returning changing.id, pair.counterpart_id`;
}

/** What each resource costs goes with the sum. */
function exchangePrices(t: Tables): RawBuilder<object> {
  return sql<object>`update ${t}.booking_resource held set price_minor = other.price_minor
    from exchanged join ${t}.booking_resource other on other.booking_id = exchanged.counterpart_id
    where held.booking_id = exchanged.id and held.resource_id = other.resource_id returning held.booking_id`;
}

/** Both are held and still to come, of the same resources and length; on `mine` and `other`. */
export function canSwap(t: Tables, now: Date): RawBuilder<boolean> {
  const resourcesOf = (name: string) => sql`array(select resource_id || ' ' || quantity from ${t}.booking_resource
    where booking_id = ${sql.ref(`${name}.id`)} order by resource_id)`;
  return sql<boolean>`mine.state = 'confirmed' and other.state = 'confirmed' and mine.kind = 'use' and other.kind = 'use'
    and mine.starts_at > ${now}::timestamptz and other.starts_at > ${now}::timestamptz
    and mine.ends_at - mine.starts_at = other.ends_at - other.starts_at
    and ${resourcesOf('mine')} = ${resourcesOf('other')} and not exists (${closedTo(t, now)})
    and ${mayUse(t, 'mine', 'other')} and ${mayUse(t, 'other', 'mine')}`;
}

/** What one of the two would get for days on which it is open to their organisation no more; on `mine` and `other`. */
function closedTo(t: Tables, now: Date): RawBuilder<unknown> {
  const until = partnerUntil(sql`gets.organisation_id`, now.toISOString().slice(0, 10));
  return sql`select resource.name, partner.until::text as until
    from (values (mine.organisation_id, other.id, other.ends_at), (other.organisation_id, mine.id, mine.ends_at))
      gets (organisation_id, booking_id, ends_at)
    join ${t}.booking_resource got on got.booking_id = gets.booking_id join ${t}.resource on resource.id = got.resource_id
    cross join lateral (select ${until} as until) partner
    where mine.organisation_id <> other.organisation_id and resource.organisation_id <> gets.organisation_id
      and resource.audience = 'partners' and coalesce(partner.until, '-infinity')
        < ((gets.ends_at - interval '1 minute') at time zone resource.time_zone)::date`;
}

/** The problem of two bookings of which one lies after the last day of who would get it. */
async function openedUntil(scope: MemberScope, id: string, otherId: string): Promise<Problem | undefined> {
  const t = tablesOf(scope);
  const { rows } = await sql<{ name: LocalisedText; until: string }>`select closed.name, closed.until
    from ${t}.booking mine join ${t}.booking other on other.id = ${otherId}::uuid
    cross join lateral (${closedTo(t, scope.clock.now())}) closed
    where mine.id = ${id}::uuid and closed.until is not null order by closed.until limit 1`.execute(scope.db);
  const [first] = rows;
  if (!first) return undefined;
  const { language } = scope;
  return new Problem('swap.opened_until', {
    names: pickText(first.name, language),
    day: dayInWords(first.until, language),
  });
}

/** The holder of one booking has a passport for what the other is for, until it ends. */
function mayUse(t: Tables, holder: string, booking: string): RawBuilder<boolean> {
  const lastDay = sql`(${sql.ref(`${booking}.ends_at`)} at time zone 'UTC')::date`;
  return sql<boolean>`not exists (select from ${t}.booking_resource held
    join ${t}.resource_qualification asked on asked.resource_id = held.resource_id
    where held.booking_id = ${sql.ref(`${booking}.id`)} and not exists (select from ${t}.passport
      where passport.person_id = ${sql.ref(`${holder}.person_id`)} and ${opens(t, sql`asked.qualification_id`)}
        and passport.issued_on <= ${lastDay} and (passport.expires_on is null or passport.expires_on > ${lastDay})))`;
}
