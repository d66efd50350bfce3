import type { BookingState } from '@collegium/contract/states/booking.ts';
import { jsonb } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { TestApp } from '../../testing/app.ts';
import type { TestMember, TestOrganisation } from '../../testing/world.ts';

/** Adds a resource with one item. */
export async function putResource(
  { network }: TestApp,
  owner: TestOrganisation,
  values: { audience?: 'network' | 'partners' | 'own'; name?: string; personId?: string } = {},
): Promise<string> {
  const id = newId();
  await network
    .insertInto('resource')
    .values({
      id,
      kind: values.personId === undefined ? 'laboratory' : 'person_time',
      person_id: values.personId ?? null,
      organisation_id: owner.id,
      name: jsonb({ en: values.name ?? 'Wave flume', 'zh-CN': '波浪水槽' }),
      city: 'Rostock',
      address: 'Quay 4',
      time_zone: 'Europe/Berlin',
      audience: values.audience ?? 'partners',
      created_at: new Date('2026-10-01T00:00:00Z'),
      state_since: new Date('2026-10-01T00:00:00Z'),
    })
    .execute();
  await network.insertInto('resource_item').values({ resource_id: id, number: 1 }).execute();
  return id;
}

/** Adds a booking of a resource, of three hours unless said. */
export async function putBooking(
  { network }: TestApp,
  holder: TestMember,
  resourceId: string,
  startsAt: string,
  values: { state?: BookingState; hours?: number; purpose?: string; attendeeIds?: string[] } = {},
): Promise<string> {
  const id = newId();
  const state = values.state ?? 'confirmed';
  const times = {
    starts_at: new Date(startsAt),
    ends_at: new Date(Date.parse(startsAt) + (values.hours ?? 3) * 3_600_000),
  };
  await network
    .insertInto('booking')
    .values({
      id,
      person_id: holder.personId,
      membership_id: holder.membershipId,
      organisation_id: holder.organisationId,
      state,
      ...times,
      time_zone: 'Europe/Berlin',
      purpose: values.purpose ?? '',
      items_wanted: 1,
      items_held: ['offered', 'confirmed', 'completed'].includes(state) ? 1 : 0,
      respond_by: state === 'offered' ? times.starts_at : null,
      created_at: new Date('2026-10-02T00:00:00Z'),
    })
    .execute();
  await network
    .insertInto('booking_resource')
    .values({ booking_id: id, resource_id: resourceId, ...times })
    .execute();
  for (const person_id of values.attendeeIds ?? [])
    await network.insertInto('booking_attendee').values({ booking_id: id, person_id }).execute();
  return id;
}
