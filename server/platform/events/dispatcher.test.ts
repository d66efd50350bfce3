import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { loadConfig } from '../config/config.ts';
import { newId } from '../ids.ts';
import type { Services } from '../scope.ts';
import { dispatchPending, startDispatcher } from './dispatcher.ts';
import { createSignal } from './signal.ts';
import type { Subscription } from './subscription.ts';

let database: TestDatabase;
let services: Services;
const signal = createSignal();
const now = new Date('2027-03-01T12:00:00Z');

beforeAll(async () => {
  database = await createTestDatabase();
  const network = { slug: 'test', name: 'Test' };
  await database.db
    .insertInto('platform.network')
    .values(network)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  services = {
    db: database.db,
    clock: { now: () => now },
    config: { ...loadConfig({}), secret: 'x'.repeat(32) },
    log: pino({ level: 'silent' }),
    signal: signal.fire,
  };
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.network.deleteFrom('audit_event').execute();
  await database.network.deleteFrom('mail').execute();
});

async function happen(action: string, network = database.network): Promise<string> {
  const id = newId();
  const event = { id, at: now, action, object_type: 'offer', object_id: newId() };
  await network.insertInto('audit_event').values(event).execute();
  return id;
}

function listener(action: string, handle: Subscription['handle']): Subscription {
  return { action, name: 'test', handle };
}

function pendingIds(): Promise<string[]> {
  return database.network
    .selectFrom('audit_event')
    .select('id')
    .where('dispatched_at', 'is', null)
    .orderBy('id')
    .execute()
    .then((rows) => rows.map(({ id }) => id));
}

/** An effect in the database: a mail with this subject. */
const noting: Subscription['handle'] = async (scope, event) => {
  const mail = { id: newId(), to_address: 'a@example.org', body_text: '', body_html: '', subject: event.id };
  await scope.db
    .insertInto('mail')
    .values({ ...mail, created_at: now, next_attempt_at: now })
    .execute();
};

function notedIds(): Promise<string[]> {
  return database.network
    .selectFrom('mail')
    .select('subject')
    .execute()
    .then((rows) => rows.map(({ subject }) => subject));
}

test('subscribers hear of their events in the order in which these happened, and of no others', async () => {
  const first = await happen('offer.published');
  await happen('round.opened');
  const second = await happen('offer.withdrawn');
  const heard: string[] = [];
  await dispatchPending({ services, subscriptions: [listener('offer.*', async (_, { id }) => void heard.push(id))] });
  expect(heard).toEqual([first, second]);
  expect(await pendingIds()).toEqual([]);
});

test('an event is heard once', async () => {
  await happen('offer.published');
  const handle = vi.fn<Subscription['handle']>(async () => {});
  const subscriptions = [listener('offer.published', handle)];
  await dispatchPending({ services, subscriptions });
  await dispatchPending({ services, subscriptions });
  expect(handle).toHaveBeenCalledTimes(1);
});

test('the system acts, in the network of the event, with the request that caused it', async () => {
  const id = await happen('offer.published');
  await dispatchPending({
    services,
    subscriptions: [
      listener('offer.published', async (scope) => {
        expect(scope.actor.role).toBe('system');
        expect(scope.network.slug).toBe('test');
        expect(scope.requestId).toBe(id);
      }),
    ],
  });
});

test('what follows from an event may cause further events', async () => {
  await happen('offer.published');
  const heard: string[] = [];
  const subscriptions = [
    listener('offer.published', async (scope) => void (await happen('round.opened', scope.db))),
    listener('round.opened', async (_, { action }) => void heard.push(action)),
  ];
  await dispatchPending({ services, subscriptions });
  expect(heard).toEqual(['round.opened']);
});

test('a subscriber that fails undoes the effects of all subscribers of that event, and the event stays due', async () => {
  const id = await happen('offer.published');
  const failing = listener('offer.published', async () => {
    throw new Error('not today');
  });
  const subscriptions = [listener('offer.published', noting), failing];
  await expect(dispatchPending({ services, subscriptions })).rejects.toThrow('not today');
  expect(await notedIds()).toEqual([]);
  expect(await pendingIds()).toEqual([id]);
});

test('an event that fails is tried again and does not hold up the others', async () => {
  const bad = await happen('offer.published');
  const good = await happen('offer.withdrawn');
  const tries = { count: 0 };
  const flaky = listener('offer.published', async () => {
    tries.count += 1;
    if (tries.count < 3) throw new Error('not yet');
  });
  const time = { now: now.getTime() };
  const moving = { ...services, clock: { now: () => new Date((time.now += 500)) } };
  const subscriptions = [flaky, listener('offer.*', noting)];
  const dispatcher = startDispatcher({ services: moving, signal, subscriptions });
  await vi.waitFor(async () => {
    signal.fire();
    expect(await pendingIds()).toEqual([]);
  }, 10_000);
  await dispatcher.stop();
  expect(tries.count).toBe(3);
  expect((await notedIds()).sort()).toEqual([bad, good].sort());
});

/** A subscription that takes several events at once, and notes how many it took each time. */
function gathering(handle: Subscription['handle']): Subscription & { taken: number[] } {
  const taken: number[] = [];
  const handleMany: NonNullable<Subscription['handleMany']> = async (scope, events) => {
    taken.push(events.length);
    for (const event of events) await handle(scope, event);
  };
  return { ...listener('offer.published', handle), handleMany, taken };
}

test('many events of one action are told at once, those around them in their turn', async () => {
  const ids: string[] = [];
  for (const action of ['offer.withdrawn', 'offer.published', 'offer.published', 'offer.published', 'offer.withdrawn'])
    ids.push(await happen(action));
  const heard: string[] = [];
  const one = gathering(async (_, { id }) => void heard.push(id));
  const other = listener('offer.withdrawn', async (_, { id }) => void heard.push(id));
  await dispatchPending({ services, subscriptions: [one, other] });
  expect(one.taken).toEqual([3]);
  expect(heard).toEqual(ids);
});

test('where one of many fails, what they did together is undone and each is told by itself', async () => {
  const [first, bad, last] = [
    await happen('offer.published'),
    await happen('offer.published'),
    await happen('offer.published'),
  ];
  const many = gathering(async (scope, event) => {
    await noting(scope, event);
    if (event.id === bad) throw new Error('not this one');
  });
  await expect(dispatchPending({ services, subscriptions: [many] })).rejects.toThrow('not this one');
  expect((await notedIds()).sort()).toEqual([first, last].sort());
  expect(await pendingIds()).toEqual([bad]);
});

test('what a subscriber broke in the database is mended before the next event', async () => {
  const bad = await happen('offer.published');
  const good = await happen('offer.withdrawn');
  const breaking = listener(
    'offer.published',
    async (scope) =>
      void (await scope.db
        .insertInto('mail')
        .values({ id: bad } as never)
        .execute()),
  );
  await expect(
    dispatchPending({ services, subscriptions: [breaking, listener('offer.withdrawn', noting)] }),
  ).rejects.toThrow('null value');
  expect(await notedIds()).toEqual([good]);
});

test('four dispatchers at once hear every event exactly once', async () => {
  const ids = await Promise.all(Array.from({ length: 60 }, () => happen('offer.published')));
  const subscriptions = [listener('offer.published', noting)];
  await Promise.all(Array.from({ length: 4 }, () => dispatchPending({ services, subscriptions })));
  expect((await notedIds()).sort()).toEqual(ids.sort());
});

test('a signal wakes the dispatcher long before its next look', async () => {
  const handle = vi.fn<Subscription['handle']>(async () => {});
  const dispatcher = startDispatcher({ services, signal, subscriptions: [listener('offer.published', handle)] });
  await new Promise((resolve) => setTimeout(resolve, 150));
  await happen('offer.published');
  signal.fire();
  await vi.waitFor(() => expect(handle).toHaveBeenCalledTimes(1), { timeout: 600, interval: 5 });
  await dispatcher.stop();
});

test('a stopped dispatcher hears nothing any more', async () => {
  const handle = vi.fn<Subscription['handle']>(async () => {});
  const dispatcher = startDispatcher({ services, signal, subscriptions: [listener('offer.published', handle)] });
  await dispatcher.stop();
  await happen('offer.published');
  signal.fire();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(handle).not.toHaveBeenCalled();
});

test('a pattern that can never match is refused at start', () => {
  const wrong = listener('offerPublished', async () => {});
  expect(() => startDispatcher({ services, signal, subscriptions: [wrong] })).toThrow(TypeError);
});
