import { addDays, openMinutes } from '@collegium/scheduling';
import { roleHas } from '@collegium/contract/permissions.ts';
import type { IdleOfferInput, IdleOfferView, IdleQuery, IdleView } from '@collegium/contract/sharing/idle.ts';
import { circles, type Circle } from '@collegium/contract/sharing/terms.ts';
import { announceOffer } from '../offers/offers.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readIdle, type IdleRow } from './idle-query.ts';
import { instantOfMoment } from './moments.ts';

const daysAtMost = 400;

/** What of a resource is open, held, offered and idle in some days. Throws resource.not_found, request.invalid. */
export async function getIdle(scope: MemberScope, id: string, query: IdleQuery): Promise<IdleView> {
  const { row, ...minutes } = await measure(scope, id, query);
  const mayOffer = roleHas(scope.actor.role, 'offer:publish') && minutes.idleMinutes > 0;
  return { ...minutes, heldMinutes: row.held, offeredMinutes: row.offered, abilities: { offer: mayOffer } };
}

/**
 * Turns idle hours of a resource into an offer of the network, published at once: so many places of so many hours, first
 * come, until the last day is over. Throws resource.not_found, resource.not_idle, request.invalid.
 */
export async function offerIdle(scope: MemberScope, id: string, input: IdleOfferInput): Promise<IdleOfferView> {
  const { row, idleMinutes } = await measure(scope, id, input);
  if (input.places * input.hoursPerPlace * 60 > idleMinutes)
    throw new Problem('resource.not_idle', { hours: Math.floor(idleMinutes / 60) });
  const offerId = await announceOffer(scope, {
    kind: 'resource_time',
    title: input.title,
    description: row.description,
    unitId: row.unit_id,
    fieldCode: row.field_code,
    skills: row.skills.map((skill) => skill.slice(0, 100)),
    city: row.city,
    country: row.country,
    timeZone: row.time_zone,
    startsOn: input.from,
    endsOn: input.until,
    places: input.places,
    hours: input.hoursPerPlace,
    allocatedBy: 'first_come',
    audience: narrower(input.audience ?? row.audience, row.audience),
    applicationsCloseAt: instantOfMoment(`${addDays(input.until, 1)}T00:00`, row.time_zone).toISOString(),
    details: { kind: 'resource_time', resourceId: row.id },
  });
  return { offerId };
}

async function measure(scope: MemberScope, id: string, { from, until }: IdleQuery) {
  const days: string[] = [];
  for (let day = from; day <= until && days.length <= daysAtMost; day = addDays(day, 1)) days.push(day);
  if (days.length === 0 || days.length > daysAtMost) throw new Problem('request.invalid', { fields: 'until' });
  const row = await readIdle(scope, id, { from, until });
  if (!row) throw new Problem('resource.not_found');
  const openMinutesOfAll = row.units * openMinutesIn(row, days);
  return {
    row,
    openMinutes: openMinutesOfAll,
    idleMinutes: Math.max(0, openMinutesOfAll - row.held - row.offered),
  };
}

function openMinutesIn(row: IdleRow, days: readonly string[]): number {
  const hours = { weekly: row.openings, exceptions: row.exceptions, audience: row.audience };
  return days
    .flatMap((day) => openMinutes(hours, row.audience, day))
    .reduce((sum, [opens, closes]) => sum + closes - opens, 0);
}

/** An offer never goes to more people than may book the resource. */
function narrower(asked: Circle, most: Circle): Circle {
  return circles.indexOf(asked) < circles.indexOf(most) ? asked : most;
}
