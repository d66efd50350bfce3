import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchPending } from '../platform/events/dispatcher.ts';
import { allSubscriptions } from '../subscriptions.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { approveAll, begin, fill, propose, readAs } from './testing.ts';

let world: TestApp;
let north: TestOrganisation;
let ribeira: TestOrganisation;
const people: Record<string, TestMember> = {};
const who = (name: string) => people[name] as TestMember;

beforeAll(async () => {
  world = await createTestApp();
  north = await addOrganisation(world.network, 'Northwater');
  ribeira = await addOrganisation(world.network, 'Ribeira');
  const elsewhere = await addOrganisation(world.network, 'Elsewhere');
  for (const [name, organisation] of Object.entries({ north, ribeira, elsewhere })) {
    people[name] = await addMember(world.db, world.network, organisation, 'organisation_administrator');
    people[`${name}-coordinator`] = await addMember(world.db, world.network, organisation, 'coordinator');
  }
});
afterAll(() => world.close());

async function toldTo(name: string): Promise<string[]> {
  await dispatchPending({ services: world.services, subscriptions: allSubscriptions });
  const { items } = (await world.request(who(name), 'GET', '/notifications')).json();
  return items.map(({ sentence }: { sentence: string }) => sentence);
}

test('every party hears what happens to its agreement, whoever did it does not, and strangers never do', async () => {
  const id = await begin(world, who('north-coordinator'), [north, ribeira], { title: { en: 'Staff at sea' } });
  await fill(world, who('north-coordinator'), id);
  const { open } = await propose(world, who('north-coordinator'), id);
  expect(await toldTo('ribeira-coordinator')).toContain('A version of “Staff at sea” is proposed. Review it.');
  expect(await toldTo('north-coordinator')).toEqual([]);
  await world.request(who('ribeira-coordinator'), 'POST', `/agreements/${id}/versions/${open?.number}/decisions`, {
    step: 'unit',
    decision: 'change_asked',
    reason: 'Three weeks are too short',
    hash: open?.hash,
  });
  expect(await toldTo('north-coordinator')).toEqual([
    'A change of “Staff at sea” was asked for: Three weeks are too short',
  ]);
  expect(await toldTo('elsewhere-coordinator')).toEqual([]);
});

test('whom a party made responsible hears of it instead of its coordinators', async () => {
  const id = await begin(world, who('north'), [north, ribeira], { title: { en: 'Shared decks' } });
  await world.network
    .updateTable('agreement_party')
    .set({ responsible_id: who('ribeira').personId })
    .where('agreement_id', '=', id)
    .where('organisation_id', '=', ribeira.id)
    .execute();
  await fill(world, who('north'), id);
  await propose(world, who('north'), id);
  await approveAll(world, [who('north')], id);
  expect((await readAs(world, who('north'), id)).open?.state).toBe('proposed');
  expect((await toldTo('ribeira')).filter((sentence) => sentence.includes('Shared decks'))).toHaveLength(1);
  expect((await toldTo('ribeira-coordinator')).filter((sentence) => sentence.includes('Shared decks'))).toEqual([]);
});

test('somebody who is invited hears of it by name, and those who were invited before do not hear it again', async () => {
  const id = await begin(world, who('north'), [north, ribeira], { title: { en: 'Kelp forests' } });
  for (const name of ['first', 'second']) {
    people[name] = await addMember(world.db, world.network, ribeira, 'teacher');
    const body = { personId: who(name).personId, may: 'comment' };
    expect((await world.request(who('ribeira'), 'POST', `/agreements/${id}/guests`, body)).statusCode).toBe(204);
    expect(await toldTo(name)).toEqual([
      'Ribeira invites you to the negotiation of “Kelp forests”. Read the text and say what you think.',
    ]);
  }
  expect(await toldTo('first')).toHaveLength(1);
});
