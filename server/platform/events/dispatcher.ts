import { inNetwork } from '../database/database.ts';
import { listNetworks, type NetworkRow, systemScope } from '../networks.ts';
import type { Services } from '../scope.ts';
import { type Running, startLoop } from './loop.ts';
import * as queries from './queries.ts';
import { Setbacks } from './setbacks.ts';
import type { Signal } from './signal.ts';
import { type AuditEventRow, indexSubscriptions, type Subscription, type SubscriptionIndex } from './subscription.ts';

/** How often the database is asked when no signal came: for events written by other processes. */
const everyMs = 1_000;

/** Events taken from one network before the others get their turn. */
const turn = 200;

export interface DispatcherOptions {
  services: Services;
  subscriptions: readonly Subscription[];
}

/**
 * Tells subscribers of every audit event of every network: at least once, each event in a transaction of its own
 * together with what follows from it. Any number of processes may do so at once.
 */
export function startDispatcher({ services, subscriptions, signal }: DispatcherOptions & { signal: Signal }): Running {
  const pass = createPass({ services, subscriptions });
  return startLoop({ name: 'events', signal, everyMs, log: services.log, pass });
}

/**
 * Tells subscribers of all events that there are, and of those that follow from them, then returns. For tests and
 * commands. Throws what a subscriber throws.
 */
export async function dispatchPending({ services, subscriptions }: DispatcherOptions): Promise<void> {
  const heard = indexSubscriptions(subscriptions);
  const nothing = new Setbacks(services.clock);
  for (const network of await listNetworks(services.db)) {
    await tickOffUnheard(services, network, heard);
    while (await dispatchOne(services, network, heard, nothing, raise));
  }
}

function raise(error: unknown): never {
  throw error;
}

function createPass({ services, subscriptions }: DispatcherOptions): (stop: AbortSignal) => Promise<void> {
  const heard = indexSubscriptions(subscriptions);
  const setbacks = new Setbacks(services.clock);
  return async (stop) => {
    let busy = await listNetworks(services.db);
    while (!stop.aborted) {
      const pending = await queries.listNetworksWithEvents(services.db, busy);
      busy = [];
      for (const network of pending) {
        if (stop.aborted) return;
        const isMoreLikely = await takeTurn(services, network, heard, setbacks, stop);
        if (isMoreLikely) busy.push(network);
      }
      if (busy.length === 0) return;
    }
  };
}

async function takeTurn(
  services: Services,
  network: NetworkRow,
  heard: SubscriptionIndex,
  setbacks: Setbacks,
  stop: AbortSignal,
): Promise<boolean> {
  await tickOffUnheard(services, network, heard);
  const putOff = (error: unknown, event: AuditEventRow) => {
    const { failures, pauseMs } = setbacks.add(event.id);
    const facts = { err: error, network: network.slug, eventId: event.id, action: event.action, failures, pauseMs };
    services.log.error(facts, 'what follows from an event failed and will be tried again');
  };
  for (let taken = 0; taken < turn && !stop.aborted; taken += 1) {
    if (!(await dispatchOne(services, network, heard, setbacks, putOff))) return false;
  }
  return true;
}

async function tickOffUnheard(services: Services, network: NetworkRow, heard: SubscriptionIndex): Promise<void> {
  await queries.tickOffUnheard(inNetwork(services.db, network.slug), heard, services.clock.now());
}

/** Takes one event; false when none is due. */
async function dispatchOne(
  services: Services,
  network: NetworkRow,
  heard: SubscriptionIndex,
  setbacks: Setbacks,
  onFailure: (error: unknown, event: AuditEventRow) => void,
): Promise<boolean> {
  let event: AuditEventRow | undefined;
  try {
    await inNetwork(services.db, network.slug)
      .transaction()
      .execute(async (transaction) => {
        event = await queries.claimEvent(transaction, setbacks.waiting());
        if (event === undefined) return;
        const scope = { ...systemScope(services, network), db: transaction, requestId: event.request_id ?? event.id };
        for (const subscription of heard.of(event.action)) await subscription.handle(scope, event);
        await queries.tickOff(transaction, event.id, services.clock.now());
      });
  } catch (error) {
    if (event === undefined) throw error;
    onFailure(error, event);
    return true;
  }
  if (event) setbacks.clear(event.id);
  return event !== undefined;
}
