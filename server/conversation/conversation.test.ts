import type { TodayView } from '@collegium/contract/today.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { allSubscriptions } from '../subscriptions.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addAcceptedPlace, addParties, type Parties } from '../testing/placement.ts';
import type { TestMember } from '../testing/world.ts';

let world: TestApp;
let parties: Parties;
let participationId: string;

const today = async (as: TestMember): Promise<TodayView> => (await world.request(as, 'GET', '/today')).json();
const followAll = () => dispatchPending({ services: world.services, subscriptions: allSubscriptions });

beforeAll(async () => {
  world = await createTestApp();
  parties = await addParties(world);
  await addAcceptedPlace(world, parties);
  await followAll();
  participationId = (await world.network.selectFrom('participation').select('id').executeTakeFirstOrThrow()).id;
});
afterAll(() => world.close());

describe('today', () => {
  test('is for members', async () => {
    expect((await world.request(null, 'GET', '/today')).statusCode).toBe(401);
  });

  test('shows each party what waits for it, and a stranger nothing', async () => {
    const path = `/participations/${participationId}`;
    expect((await today(parties.learner)).needs).toMatchObject([
      { kind: 'approve_plan', path, title: { en: 'Wind-farm data placement' } },
    ]);
    expect((await today(parties.host)).needs).toMatchObject([{ kind: 'approve_plan', path, concerns: 'Amina Yusuf' }]);
    expect((await today(parties.coordinator)).needs).toMatchObject([
      { kind: 'approve_plan', path, concerns: 'Amina Yusuf' },
    ]);
    expect((await today(parties.stranger)).needs).toEqual([]);
  });

  test('stops asking once it is done', async () => {
    const answer = await world.request(
      parties.learner,
      'POST',
      `/participations/${participationId}/plans/1/approvals`,
      { as: ['learner'] },
    );
    expect(answer.statusCode).toBeLessThan(300);
    expect((await today(parties.learner)).needs).toEqual([]);
  });
});

describe('a notification', () => {
  test('is told once, in the reader’s language, with a mail in the same transaction', async () => {
    await followAll();
    const { items } = (await world.request(parties.learner, 'GET', '/notifications')).json();
    expect(items.map((item: { kind: string }) => item.kind)).toEqual(['participation.created']);
    expect(items.find((item: { kind: string }) => item.kind === 'participation.created').sentence).toBe(
      'Agree on a plan for “Wind-farm data placement” before it begins.',
    );
    const mails = await world.network
      .selectFrom('mail')
      .select(['to_address', 'body_text'])
      .where('to_address', '=', `${parties.learner.personId}@example.org`)
      .execute();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.body_text).toContain(`http://localhost/test/participations/${participationId}`);
  });

  test('is not told to the one who did it', async () => {
    await world.request(parties.host, 'POST', `/participations/${participationId}/plans/1/approvals`, {
      as: ['provider'],
    });
    await world.request(parties.coordinator, 'POST', `/participations/${participationId}/plans/1/approvals`, {
      as: ['home'],
    });
    await followAll();
    const kindsOf = async (as: TestMember) =>
      (await world.request(as, 'GET', '/notifications')).json().items.map((item: { kind: string }) => item.kind);
    expect(await kindsOf(parties.learner)).toContain('plan.agreed');
    expect(await kindsOf(parties.coordinator)).not.toContain('plan.agreed');
  });

  test('is ticked off by its reader alone', async () => {
    const { items } = (await world.request(parties.learner, 'GET', '/notifications')).json();
    const byStranger = await world.request(parties.stranger, 'POST', `/notifications/${items[0].id}/read`);
    expect(byStranger.statusCode).toBe(404);
    expect((await today(parties.learner)).unread).toBe(2);
    await world.request(parties.learner, 'POST', `/notifications/${items[0].id}/read`);
    expect((await today(parties.learner)).unread).toBe(1);
    await world.request(parties.learner, 'POST', '/notifications/read');
    expect((await today(parties.learner)).unread).toBe(0);
  });

  test('sends no mail to somebody who turned mails off', async () => {
    await world.network
      .updateTable('person')
      .set({ mail_preference: 'none' })
      .where('id', '=', parties.learner.personId)
      .execute();
    const before = await countMails();
    await world.request(
      parties.coordinator,
      'POST',
      `/participations/${participationId}/early-end`,
      { reason: 'The harbour is closed.' },
      { 'if-match': await versionOf() },
    );
    await followAll();
    const { items } = (await world.request(parties.learner, 'GET', '/notifications')).json();
    expect(items[0].sentence).toContain('The harbour is closed.');
    expect(await countMails()).toBe(before);
  });
});

async function countMails(): Promise<number> {
  const rows = await world.network
    .selectFrom('mail')
    .select('id')
    .where('to_address', '=', `${parties.learner.personId}@example.org`)
    .execute();
  return rows.length;
}

async function versionOf(): Promise<string> {
  const answer = await world.request(parties.coordinator, 'GET', `/participations/${participationId}`);
  return String(answer.headers['etag']);
}
