import { openMinutes } from '@collegium/scheduling';
import type { OfferInput } from '@collegium/contract/offers.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import type { IdleOfferInput, IdleOfferView, IdleQuery, IdleView } from '@collegium/contract/sharing/idle.ts';
import { circles, type Circle } from '@collegium/contract/sharing/terms.ts';
import { announceOffer } from '../../offers/offers.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { holdHours } from './hold-hours.ts';
import { daysBetween, findHours } from './idle-gaps.ts';
import { readIdle, type IdleRow } from './idle-query.ts';
import { TryAgain, unlessLost, whileItMightSucceed } from '../taking/try-again.ts';

/** What of a resource is open, held, offered and idle in some days. Throws resource.not_found, request.invalid. */
export async function getIdle(scope: MemberScope, id: string, query: IdleQuery): Promise<IdleView> {
  const { row, days: _days, ...minutes } = await measure(scope, id, query);
  const mayOffer = roleHas(scope.actor.role, 'offer:publish') && minutes.idleMinutes > 0;
  return {
    ...minutes,
    heldMinutes: row.held,
    offeredMinutes: row.offered,
    agreements: row.audience === 'partners' ? row.agreements.map(({ id, title }) => ({ id, title })) : [],
    abilities: { offer: mayOffer },
  };
}

/**
 * Turns idle hours of a resource into an offer of the network, published at once: so many places of so many hours, first
 * come. The hours are held in the calendar in the same statement; people apply until the first of them begins.
 * Throws resource.not_found, resource.not_idle, resource.hours_not_bookable, resource.agreement_not_chosen,
 * request.invalid.
 */
export async function offerIdle(scope: MemberScope, id: string, input: IdleOfferInput): Promise<IdleOfferView> {
  return whileItMightSucceed(async () => {
    const { row, days } = await measure(scope, id, input);
    const reach = reachOf(row, input);
    const { until = 'infinity' } = reach;
    const places = placesOf(
      row,
      days.filter((day) => day <= until),
      scope.clock.now(),
      input,
    );
    const first = Math.min(...places.flat().map(({ from }) => from));
    const offerId = newId();
    const announced = announceOffer(scope, offerOf(row, input, { reach, closesAt: new Date(first) }), {
      offerId,
      parts: holdHours(scope, row, { offerId, places, holder: scope.actor }),
      happening: {
        action: 'resource.hours_held',
        objectType: 'resource',
        objectId: row.id,
        details: { offerId, places: places.length },
      },
    });
    if (!(await unlessLost(announced.then(() => true)))) throw new TryAgain();
    return { offerId };
  });
}

/** Hours for every place, or a problem that says how many there are. */
function placesOf(row: IdleRow, days: readonly string[], now: Date, { hoursPerPlace, places }: IdleOfferInput) {
  const minutes = hoursPerPlace * 60;
  if (minutes < row.shortest_minutes || minutes % row.grid_minutes !== 0)
    throw new Problem('resource.hours_not_bookable', { shortest: row.shortest_minutes, step: row.grid_minutes });
  const found = findHours(row, days, now, { places, minutes });
  if (found.length < places)
    throw new Problem('resource.not_idle', { hours: Math.floor(found.length * hoursPerPlace) });
  return found;
}

function offerOf(
  row: IdleRow,
  input: IdleOfferInput,
  { reach: { audience, agreementId }, closesAt }: { reach: Reach; closesAt: Date },
): OfferInput {
  return {
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
    audience,
    ...(agreementId !== undefined && { agreementId }),
    applicationsCloseAt: closesAt.toISOString(),
    details: { kind: 'resource_time', resourceId: row.id },
  };
}

async function measure(scope: MemberScope, id: string, { from, until }: IdleQuery) {
  const days = daysBetween(from, until);
  if (!days) throw new Problem('request.invalid', { fields: 'until' });
  const row = await readIdle(scope, id, scope.actor.organisationId, { from, until });
  if (!row) throw new Problem('resource.not_found');
  const openMinutesOfAll = row.units * openMinutesIn(row, days);
  return {
    row,
    days,
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

interface Reach {
  audience: NonNullable<OfferInput['audience']>;
  agreementId?: string;
  /** The last day of the agreement. */
  until?: string;
}

/**
 * An offer never goes to more people than may book the resource: where partners are the parties of named agreements, to those
 * of one of them, for days on which it holds.
 */
function reachOf(row: IdleRow, input: IdleOfferInput): Reach {
  const audience = narrower(input.audience ?? row.audience, row.audience);
  if (audience !== 'partners' || !row.names_agreements) return { audience };
  const [only, ...others] = row.agreements.filter(({ id }) => id === (input.agreementId ?? id));
  if (others.length > 0) throw new Problem('resource.agreement_not_chosen');
  if (only) return { audience: 'agreement', agreementId: only.id, until: only.until };
  if (input.agreementId !== undefined) throw new Problem('request.invalid', { fields: 'agreementId' });
  return { audience: 'own' };
}

function narrower(asked: Circle, most: Circle): Circle {
  return circles.indexOf(asked) < circles.indexOf(most) ? asked : most;
}
