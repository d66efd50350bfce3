import type { GuestList, GuestQuery } from '@collegium/contract/sharing/guests.ts';
import { sql } from 'kysely';
import { countAttempt } from '../../platform/auth/attempts.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { knownPeople } from './guest-policy.ts';
import { tablesOf } from '../tables.ts';

/** Enough for typing, too little for going through an organisation’s people or guessing addresses. */
const mostAMinute = { name: 60, mail: 10 };
const listedAtMost = 20;

/**
 * People who may be invited to a booking: by part of the name those whom the actor knows, by the whole mail address anybody
 * who belongs to an organisation of the network. Throws request.too_many.
 */
export async function findGuests(scope: MemberScope, { words }: GuestQuery): Promise<GuestList> {
  const entered = words.trim();
  const isMail = entered.includes('@');
  const { personId } = scope.actor;
  const by = isMail ? 'mail' : 'name';
  await countAttempt(scope, {
    windowSeconds: 60,
    limits: [{ key: `guests by ${by} ${scope.network.slug} ${personId}`, most: mostAMinute[by] }],
  });
  if (entered.length < 2) return { items: [] };
  const t = tablesOf(scope);
  const day = scope.clock.now().toISOString().slice(0, 10);
  const pattern = `%${entered.replace(/[\\%_]/g, '\\$&')}%`;
  const isFound = isMail
    ? sql<boolean>`person.email = ${entered.toLowerCase()}`
    : sql<boolean>`(person.name ilike ${pattern} and ${knownPeople(t, scope.actor, day)})`;
  const { rows } = await sql<GuestList['items'][number]>`select person.id as "personId", person.name
    from ${t}.person where person.id <> ${personId}::uuid and ${isFound}
      and exists (select from ${t}.membership where membership.person_id = person.id
        and (membership.ended_on is null or membership.ended_on > ${day}::date))
    order by person.name, person.id limit ${listedAtMost}`.execute(scope.db);
  return { items: rows };
}
