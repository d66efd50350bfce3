import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../../testing/app.ts';
import { addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let partner: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  owner = await addMember(world.db, world.network, vantera, 'coordinator');
  partner = await addMember(world.db, world.network, ribeira, 'coordinator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
});
afterEach(() => {
  world.clock.at = frozenAt;
});
afterAll(() => world.close());

const add = async (as: TestMember, body: object) =>
  (await world.request(as, 'POST', '/qualifications', { name: { en: 'Laser safety' }, ...body })).json();
const issue = (as: TestMember, id: string, body: object = {}) =>
  world.request(as, 'POST', `/qualifications/${id}/passports`, { email: `${learner.personId}@example.org`, ...body });
const book = (resource: { id: string }, input = {}) =>
  world.request(learner, 'POST', '/bookings', bookingInput(resource, input));

test('without a passport the booking is refused and says which; with it, until the day before it expires', async () => {
  const needed = await add(owner, { validMonths: 12 });
  const laser = await addResource(world, owner, { qualificationIds: [needed.id], rules: { horizonDays: 800 } });
  const refused = (await book(laser)).json();
  expect(refused).toMatchObject({ code: 'booking.passport_missing', parameters: { names: 'Laser safety' } });
  expect((await issue(partner, needed.id)).json().code).toBe('qualification.not_found');
  const passport = (await issue(owner, needed.id)).json();
  expect(passport).toMatchObject({ issuedOn: '2026-10-13', expiresOn: '2027-10-13', isValid: true });
  expect((await issue(owner, needed.id)).json().code).toBe('passport.exists');
  const reversed = await issue(owner, needed.id, { issuedOn: '2026-10-14', expiresOn: '2026-10-01' });
  expect(reversed.json()).toMatchObject({ status: 422, code: 'passport.dates_reversed' });
  expect((await book(laser)).statusCode).toBe(201);
  const last = { starts: '2027-10-12T10:00', ends: '2027-10-12T12:00' };
  const late = { starts: '2027-10-13T10:00', ends: '2027-10-13T12:00' };
  expect((await book(laser, last)).statusCode).toBe(201);
  expect((await book(laser, late)).json().code).toBe('booking.passport_missing');
  const view = (await world.request(learner, 'GET', `/resources/${laser.id}`)).json();
  expect(view.qualifications).toMatchObject([{ isHeld: true, heldUntil: '2027-10-13' }]);
});

test('a passport of a partner opens what its rules recognise, and no longer once revoked', async () => {
  const theirs = await add(partner, {});
  const ours = await add(owner, { recognisedIds: [theirs.id] });
  const strict = await add(owner, {});
  const laser = await addResource(world, owner, { qualificationIds: [ours.id] });
  const other = await addResource(world, owner, { qualificationIds: [strict.id] });
  const passport = (await issue(partner, theirs.id)).json();
  expect((await book(laser)).statusCode).toBe(201);
  expect((await book(other)).json().code).toBe('booking.passport_missing');
  const revoke = (as: TestMember) =>
    world.request(
      as,
      'POST',
      `/passports/${passport.id}/revocation`,
      { reason: 'Refresher missed' },
      { 'if-match': '"1"' },
    );
  expect((await revoke(owner)).json().code).toBe('passport.not_found');
  expect((await revoke(partner)).json()).toMatchObject({ isValid: false, revocationReason: 'Refresher missed' });
  expect((await book(laser, { starts: '2026-10-21T10:00', ends: '2026-10-21T12:00' })).json().code).toBe(
    'booking.passport_missing',
  );
});
