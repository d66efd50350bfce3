import type { BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addOffer } from '../../testing/offers.ts';
import { addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let teacher: TestMember;
let resource: ResourceView;
let hour = 0;

beforeAll(async () => {
  world = await createTestApp();
  const [vantera, ribeira] = [
    await addOrganisation(world.network, 'Vantera', 'company'),
    await addOrganisation(world.network, 'Ribeira'),
  ];
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  teacher = await addMember(world.db, world.network, ribeira, 'teacher');
  resource = await addResource(world, owner);
});
afterAll(() => world.close());

const bookFor = (as: TestMember, offerId: string, more: object = {}) => {
  hour += 1;
  const day = String(14 + Math.floor(hour / 20)).padStart(2, '0');
  const at = String(hour % 20).padStart(2, '0');
  const times = { starts: `2026-10-${day}T${at}:00`, ends: `2026-10-${day}T${at}:30` };
  return world.request(
    as,
    'POST',
    '/bookings',
    bookingInput(resource, { heldFor: 'course', offerId, ...times, ...more }),
  );
};
const change = (id: string, set: object) => world.network.updateTable('offer').set(set).where('id', '=', id).execute();

test('a booking is for an offer that its holder sees, whoever makes it', async () => {
  const open = await addOffer(world, owner, { audience: 'network' });
  const made = await bookFor(teacher, open.id);
  expect(made.json<BookingView>()).toMatchObject({ offerId: open.id });
  const hidden = await addOffer(world, owner, { audience: 'own' });
  const refused = await bookFor(teacher, hidden.id);
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'booking.offer_unknown']);
  expect((await bookFor(owner, hidden.id)).statusCode).toBe(201);
  expect((await bookFor(teacher, owner.membershipId)).json().code).toBe('booking.offer_unknown');
});

test('not for one that is a draft, withdrawn or over; its last day counts', async () => {
  const offer = await addOffer(world, owner, { audience: 'network' });
  const today = frozenAt.toISOString().slice(0, 10);
  await change(offer.id, { starts_on: '2026-09-01', ends_on: today });
  expect((await bookFor(owner, offer.id)).statusCode).toBe(201);
  await change(offer.id, { ends_on: '2026-10-12' });
  expect((await bookFor(owner, offer.id)).json().code).toBe('booking.offer_unknown');
  await change(offer.id, { ends_on: null, state: 'draft' });
  expect((await bookFor(owner, offer.id)).json().code).toBe('booking.offer_unknown');
  await change(offer.id, { state: 'withdrawn' });
  expect((await bookFor(owner, offer.id)).json().code).toBe('booking.offer_unknown');
});

test('so with a series, and with a booking that would wait', async () => {
  const hidden = await addOffer(world, owner, { audience: 'own' });
  const series = { ...bookingInput(resource, { offerId: hidden.id }), rule: 'FREQ=WEEKLY;COUNT=2' };
  const refused = await world.request(teacher, 'POST', '/bookings/series', series);
  expect(refused.json().code).toBe('booking.offer_unknown');
  expect((await bookFor(teacher, hidden.id, { orWait: true })).json().code).toBe('booking.offer_unknown');
  const open = await addOffer(world, owner, { audience: 'network' });
  const made = await world.request(teacher, 'POST', '/bookings/series', { ...series, offerId: open.id });
  expect(made.statusCode).toBe(201);
});
