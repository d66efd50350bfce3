import type { Quota } from '@collegium/contract/sharing/rules.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, bookingInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember } from '../../testing/world.ts';

let world: TestApp;
let owner: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  owner = await addMember(
    world.db,
    world.network,
    await addOrganisation(world.network, 'Vantera', 'company'),
    'teacher',
  );
  learner = await addMember(world.db, world.network, await addOrganisation(world.network, 'Ribeira'), 'learner');
});
afterAll(() => world.close());

const refusedAfterTwoHours = async (quotas: Quota[], more: object = {}, headers = {}) => {
  const resource = await addResource(world, owner, { quotas, name: { en: 'Glove box', 'zh-CN': '手套箱' } });
  await addBooking(world, learner, resource);
  const later = { starts: '2026-10-20T14:00', ends: '2026-10-20T15:30', ...more };
  const answer = await world.request(learner, 'POST', '/bookings', bookingInput(resource, later), headers);
  expect(answer.json()).toMatchObject({ status: 409, code: 'booking.quota_reached' });
  return answer.json().detail as string;
};

test('who exceeds a limit reads whose it is, how much is booked already, and how much this takes', async () => {
  const limit = { limitMinutes: 180 };
  expect(await refusedAfterTwoHours([{ per: 'person', period: 'day', ...limit }])).toBe(
    '“Glove box”: on 20 October 2026, one person may book at most 3 hours. Booked already: 2 hours. This takes 1.5 hours.',
  );
  expect(await refusedAfterTwoHours([{ per: 'unit', period: 'week', ...limit }])).toContain(
    'in the week from 19 October 2026, people of one unit (or of none) together may book',
  );
  expect(await refusedAfterTwoHours([{ per: 'organisation', period: 'month', ...limit }])).toContain(
    'in October 2026, people of one organisation together may book',
  );
  const term = { period: 'term' as const, startsOn: '2026-10-01', endsOn: '2026-12-18' };
  expect(await refusedAfterTwoHours([{ per: 'everybody', ...term, ...limit }])).toContain(
    'from 1 October 2026 to 18 December 2026, everybody together may book',
  );
});

test('what alone is more than the limit does not speak of what is booked; Chinese is told in Chinese', async () => {
  const quotas = [{ per: 'person' as const, period: 'day' as const, limitMinutes: 180 }];
  const long = { ends: '2026-10-20T18:00' };
  expect(await refusedAfterTwoHours(quotas, long, { 'accept-language': 'zh-CN' })).toBe(
    '“手套箱”：2026年10月20日，每人最多可预约 3 小时。本次需要 4 小时。',
  );
});

test('a booking that is prolonged beyond a limit, and a series that exceeds one, are told the same', async () => {
  const quotas = [{ per: 'person' as const, period: 'year' as const, limitMinutes: 240 }];
  const resource = await addResource(world, owner, { quotas, name: { en: 'Kiln' } });
  const { id } = await addBooking(world, learner, resource);
  const longer = await world.request(
    learner,
    'PUT',
    `/bookings/${id}`,
    { starts: '2026-10-20T10:00', ends: '2026-10-20T15:00' },
    { 'if-match': '"1"' },
  );
  expect(longer.json().detail).toContain('in 2026, one person may book at most 4 hours. This takes 5 hours.');
  const weekly = { ...bookingInput(resource), starts: '2026-10-21T10:00', ends: '2026-10-21T11:30' };
  const series = await world.request(learner, 'POST', '/bookings/series', {
    ...weekly,
    rule: 'FREQ=WEEKLY;COUNT=2',
  });
  expect(series.json().detail).toContain('Booked already: 2 hours. This takes 3 hours.');
});
