import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationSubscriptions } from '../../conversation/subscriptions.ts';
import { dispatchPending } from '../../platform/events/dispatcher.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import { addBooking, addResource, resourceInput } from '../../testing/sharing.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../../testing/world.ts';
import { sharingSubscriptions } from '../subscriptions.ts';

let world: TestApp;
let vantera: TestOrganisation;
let owner: TestMember;
let coordinator: TestMember;
let learner: TestMember;
let guest: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  const ribeira = await addOrganisation(world.network, 'Ribeira');
  owner = await addMember(world.db, world.network, vantera, 'coordinator', 'Jonas Kirk');
  coordinator = await addMember(world.db, world.network, ribeira, 'coordinator', 'Helena Sousa');
  learner = await addMember(world.db, world.network, ribeira, 'learner', 'Amina Yusuf');
  guest = await addMember(world.db, world.network, ribeira, 'teacher', 'Rui Alves');
});
afterAll(() => world.close());

const follow = () => dispatchPending({ services: world.services, subscriptions: conversationSubscriptions });
const sentences = async (as: TestMember) =>
  (await world.request(as, 'GET', '/notifications')).json().items.map((one: { sentence: string }) => one.sentence);
const act = (as: TestMember, id: string, what: string, body: object = {}) =>
  world.request(as, 'POST', `/bookings/${id}/${what}`, body);

test('each side is told when it is its turn, the holder when all agreed, guests when it is cancelled', async () => {
  const resource = await addResource(world, owner, { rules: { approvalChain: ['home', 'owner'] } });
  const { id } = await addBooking(world, learner, resource, { attendeeIds: [guest.personId] });
  await follow();
  const asked = 'Amina Yusuf asks for “Electron microscope”. Agree or refuse.';
  expect([await sentences(coordinator), await sentences(owner)]).toEqual([[asked], []]);
  await act(coordinator, id, 'approve');
  await follow();
  expect([await sentences(owner), await sentences(learner)]).toEqual([[asked], []]);
  await act(owner, id, 'approve');
  await follow();
  expect(await sentences(learner)).toEqual(['Your booking of “Electron microscope” was approved.']);
  await act(owner, id, 'cancel', { reason: 'The laser is being moved.' });
  await follow();
  const cancelled = 'The booking of “Electron microscope” by Amina Yusuf was cancelled. The laser is being moved.';
  expect((await sentences(learner))[0]).toBe(cancelled);
  expect(await sentences(guest)).toEqual([cancelled]);
  const mails = await world.network.selectFrom('mail').select(['to_address', 'subject']).execute();
  expect(mails.filter(({ subject }) => subject.includes('was cancelled'))).toHaveLength(2);
});

test('whoever shared it and those who run its organisation hear of bookings that exceed a smaller pool', async () => {
  const sharer = await addMember(world.db, world.network, vantera, 'teacher', 'Mette Holm');
  const colleague = await addMember(world.db, world.network, vantera, 'teacher', 'Lars Vik');
  const pool = await addResource(world, sharer, { sharedAs: 'items', units: 3 });
  await addBooking(world, learner, pool, { resources: [{ resourceId: pool.id, quantity: 3 }] });
  const smaller = { ...resourceInput, sharedAs: 'items', units: 1 };
  await world.request(sharer, 'PUT', `/resources/${pool.id}`, smaller, { 'if-match': '"1"' });
  const subscriptions = [...sharingSubscriptions, ...conversationSubscriptions];
  for (let round = 0; round < 2; round += 1) await dispatchPending({ services: world.services, subscriptions });
  const [told] = await sentences(sharer);
  expect(told).toContain('More is booked of “Electron microscope” than it now has.');
  expect([await sentences(owner), await sentences(colleague)]).toEqual([expect.arrayContaining([told]), []]);
});

test('a process killed between booking and mail loses nothing: what was not told is told later, once', async () => {
  const resource = await addResource(world, owner, { rules: { approvalChain: ['owner'] } });
  const { id } = await addBooking(world, learner, resource);
  const count = () =>
    world.network.selectFrom('notification').select('id').where('path', '=', `/bookings/${id}`).execute();
  const fails = { action: 'booking.requested', name: 'dies', handle: () => Promise.reject(new Error('killed')) };
  await expect(
    dispatchPending({ services: world.services, subscriptions: [...conversationSubscriptions, fails] }),
  ).rejects.toThrow('killed');
  expect(await count()).toHaveLength(0);
  await follow();
  await follow();
  expect(await count()).toHaveLength(1);
});
