import type { Selectable } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Scope } from '../scope.ts';

/** A row of `audit_event`, as subscribers see it. */
export type AuditEventRow = Selectable<Tables['audit_event']>;

/** What follows from an event: a notification, a mail, the next stage of the pipeline. */
export interface Subscription {
  /** The event it waits for: `offer.published`, or `offer.*` for all that happens to offers. */
  action: string;
  /** Who listens, for the log. */
  name: string;
  /**
   * Acts on the event. `scope.db` is the transaction in which the event is ticked off, so its effects happen exactly
   * once; anything outside the database may happen again. The actor is the system. What it throws undoes the effects
   * of every subscription to this event; all are tried again later.
   */
  handle: (scope: Scope, event: AuditEventRow) => Promise<void>;
  /**
   * The same for several events of one action, in the order in which they happened, with few statements for all. Told
   * instead of `handle` when many wait; when it throws, each of them is told by itself.
   */
  handleMany?: (scope: Scope, events: readonly AuditEventRow[]) => Promise<void>;
}

/** Finds the subscriptions of an action, in the order in which they were given. */
export function indexSubscriptions(subscriptions: readonly Subscription[]): SubscriptionIndex {
  const patterns = [...new Set(subscriptions.map(({ action }) => action))];
  const wrong = patterns.find((pattern) => !/^[a-z_]+\.([a-z_]+|\*)$/.test(pattern));
  if (wrong !== undefined)
    throw new TypeError(`“${wrong}” is not the name of an event, like offer.published or offer.*`);
  return {
    actions: patterns.filter((pattern) => !pattern.endsWith('.*')),
    nouns: patterns.filter((pattern) => pattern.endsWith('.*')).map(nounOf),
    of: (action) => subscriptions.filter((one) => one.action === action || one.action === `${nounOf(action)}.*`),
  };
}

export interface SubscriptionIndex {
  /** Actions with a subscription of their own. */
  actions: string[];
  /** Nouns of which every action has a subscription. */
  nouns: string[];
  of: (action: string) => Subscription[];
}

function nounOf(action: string): string {
  return action.slice(0, action.indexOf('.'));
}
