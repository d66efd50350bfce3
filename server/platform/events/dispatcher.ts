import { inNetwork } from '../database/database.ts';
import { listNetworks, type NetworkRow, systemScope } from '../networks.ts';
import type { Scope, Services } from '../scope.ts';
import { type Running, startLoop } from './loop.ts';
import * as queries from './queries.ts';
import { Setbacks } from './setbacks.ts';
import type { Signal } from './signal.ts';
import { type AuditEventRow, indexSubscriptions, type Subscription, type SubscriptionIndex } from './subscription.ts';

/** How often the database is asked when no signal came: for events written by other processes. */
const everyMs = 1_000;

/** Batches taken from one network before the others get their turn. */
const turn = 8;

/** Events told in one transaction: most of what a small event costs is committing it. */
const batch = 100;

/** After so long a batch is ended early: what it did is seen by others only then. */
const batchMs = 100;

export interface DispatcherOptions {
  services: Services;
  subscriptions: readonly Subscription[];
}

/**
 * Tells subscribers of every audit event of every network: at least once, each event together with what follows from it,
 * a few to a transaction; one that fails is undone alone. Any number of processes may do so at once.
 */
export function startDispatcher({ services, subscriptions, signal }: DispatcherOptions & { signal: Signal }): Running {
  const pass = createPass({ services, subscriptions });
  return startLoop({ name: 'events', signal, everyMs, log: services.log, pass });
}

/**
 * Tells subscribers of all events that there are, and of those that follow from them, then returns. For tests and
 * commands; `only` is a network that need not be listed. Throws what a subscriber throws.
 */
export async function dispatchPending(
  { services, subscriptions }: DispatcherOptions,
  only?: NetworkRow,
): Promise<void> {
  const heard = indexSubscriptions(subscriptions);
  const nothing = new Setbacks(services.clock);
  for (const network of only ? [only] : await listNetworks(services.db)) {
    await tickOffUnheard(services, network, heard);
    while (await dispatchBatch(services, network, heard, nothing, raise));
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
    if (!(await dispatchBatch(services, network, heard, setbacks, putOff))) return false;
  }
  return true;
}

async function tickOffUnheard(services: Services, network: NetworkRow, heard: SubscriptionIndex): Promise<void> {
  await queries.tickOffUnheard(inNetwork(services.db, network.slug), heard, services.clock.now());
}

/** Takes the oldest events; false when none is due. */
async function dispatchBatch(
  services: Services,
  network: NetworkRow,
  heard: SubscriptionIndex,
  setbacks: Setbacks,
  onFailure: (error: unknown, event: AuditEventRow) => void,
): Promise<boolean> {
  const failed: { error: unknown; event: AuditEventRow }[] = [];
  let inHand: AuditEventRow | undefined;
  let hasSome = false;
  try {
    await inNetwork(services.db, network.slug)
      .transaction()
      .execute(async (transaction) => {
        const events = await queries.claimEvents(transaction, setbacks.waiting(), batch);
        hasSome = events.length > 0;
        const told: string[] = [];
        const endsAt = performance.now() + batchMs;
        const tell = (alike: readonly AuditEventRow[]) =>
          queries.attempt(transaction, () =>
            tellSubscribers({ ...systemScope(services, network), db: transaction }, heard, alike),
          );
        for (const alike of runsOf(events)) {
          if (performance.now() > endsAt) break;
          inHand = alike[0];
          const isDone = alike.length > 1 && (await tell(alike)) === undefined;
          if (isDone) told.push(...alike.map(({ id }) => id));
          else
            for (const event of alike) {
              inHand = event;
              const error = await tell([event]);
              if (error === undefined) told.push(event.id);
              else failed.push({ error, event });
            }
        }
        await queries.tickOff(transaction, told, services.clock.now());
        for (const id of told) setbacks.clear(id);
      });
  } catch (error) {
    // The connection is gone, perhaps because of what follows from the event in hand.
    if (inHand === undefined) throw error;
    onFailure(error, inHand);
    return true;
  }
  for (const { error, event } of failed) onFailure(error, event);
  return hasSome;
}

/** Events that follow each other and are of one action, together. */
function runsOf(events: readonly AuditEventRow[]): AuditEventRow[][] {
  const runs: AuditEventRow[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.[0]?.action === event.action) last.push(event);
    else runs.push([event]);
  }
  return runs;
}

async function tellSubscribers(scope: Scope, heard: SubscriptionIndex, alike: readonly AuditEventRow[]): Promise<void> {
  for (const { handle, handleMany } of heard.of(alike[0]?.action ?? '')) {
    if (handleMany && alike.length > 1) await handleMany(scope, alike);
    else for (const event of alike) await handle({ ...scope, requestId: event.request_id ?? event.id }, event);
  }
}
