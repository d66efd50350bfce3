import type { Permission } from '@collegium/contract/permissions.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema, TUnknown } from 'typebox';
import type { MemberScope, Scope } from '../scope.ts';

export interface RouteInput<S extends Scope, P extends TSchema, Q extends TSchema, B extends TSchema> {
  scope: S;
  params: Static<P>;
  query: Static<Q>;
  body: Static<B>;
  /** From If-Match; 0 when the route does not ask for it. */
  version: number;
  request: FastifyRequest;
  reply: FastifyReply;
}

interface Definition<S extends Scope, P extends TSchema, Q extends TSchema, B extends TSchema> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/{network}/api`. */
  url: string;
  permission: Permission;
  /** One sentence for the interface's page. */
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Every answer by its status; problems are added by the platform. */
  response: Record<number, TSchema>;
  /** Media types of what is sent and answered; JSON unless said. */
  consumes?: string;
  produces?: string;
  /** The request must carry If-Match with the version that it changes. */
  needsVersion?: true;
  /** It reads only, and may answer as things stood some seconds ago, except to whoever wrote something since. */
  mayLag?: true;
  /** The answer tells a secret: it is kept nowhere, and a repeated request is not answered with it again. */
  isAnswerSecret?: true;
  /** Bytes; 1 MiB unless said. */
  bodyLimit?: number;
  handle: (input: RouteInput<S, P, Q, B>) => Promise<unknown>;
}

/** A route of a network's interface, as data: the application mounts it, tests walk it, OpenAPI describes it. */
export type Route = Definition<Scope, TSchema, TSchema, TSchema>;

/** A route for signed-in members. Its permission must not include visitors. */
export function route<P extends TSchema = TUnknown, Q extends TSchema = TUnknown, B extends TSchema = TUnknown>(
  definition: Definition<MemberScope, P, Q, B>,
): Route {
  return definition as Route;
}

/** A route that people who are signed out may use too. */
export function publicRoute<P extends TSchema = TUnknown, Q extends TSchema = TUnknown, B extends TSchema = TUnknown>(
  definition: Definition<Scope, P, Q, B>,
): Route {
  return definition;
}
