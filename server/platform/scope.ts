import type { ActorRole, Role } from '@collegium/contract/roles.ts';
import type { FastifyBaseLogger } from 'fastify';
import type { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import type { ReplicaReads } from './database/replica.ts';

/** What lives as long as the process. `db` is not bound to a network. */
export interface Services {
  db: Database;
  /** For reads that may lag behind, where one is configured. */
  replica?: ReplicaReads;
  clock: Clock;
  config: Config;
  log: FastifyBaseLogger;
  /** Wakes the dispatcher of events in this process; others notice within a second. */
  signal: () => void;
}

/** Who acts, and on behalf of whom. For somebody signed out (`visitor`) and for the server (`system`) the ids are null. */
export type Actor = Member | Outsider;

export interface Member {
  role: Role;
  accountId: string;
  personId: string;
  membershipId: string;
  organisationId: string;
}

export interface Outsider {
  role: Exclude<ActorRole, Role>;
  accountId: null;
  personId: null;
  membershipId: null;
  organisationId: null;
}

export const visitor: Outsider = {
  role: 'visitor',
  accountId: null,
  personId: null,
  membershipId: null,
  organisationId: null,
};
export const system: Outsider = { ...visitor, role: 'system' };

/** Everything a verb may depend on. `db` is bound to the network's schema, and may be a transaction. */
export interface Scope {
  db: Database;
  network: { slug: string; name: string; isSample: boolean };
  actor: Actor;
  clock: Clock;
  config: Config;
  log: FastifyBaseLogger;
  requestId: string;
  /** The language of the request's reader, for sentences made on the server. */
  language: string;
  /** Present when the request carried Idempotency-Key: recorded with the change. */
  idempotency?: { key: string; requestSha256: string };
  signal: () => void;
}

/** The same scope with a signed-in member as its actor; for verbs whose permission no visitor has. */
export type MemberScope = Scope & { actor: Member };
