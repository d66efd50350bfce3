import { createHash } from 'node:crypto';
import type { Permission } from '@collegium/contract/permissions.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import type { FastifyRequest } from 'fastify';
import { findActor, type Credentials, type EarlierRequest } from '../access/actor.ts';
import type { Networks, Network } from '../access/networks.ts';
import { bearerOf } from '../auth/token-use.ts';
import { readSignInToken } from '../auth/sign-in-token.ts';
import { inNetwork, type Database } from '../database/database.ts';
import { Problem } from '../problem/problem.ts';
import { visitor, type Actor, type Services } from '../scope.ts';

/** Who sends a request, once it is known. */
export interface Reader {
  network: Network;
  actor: Actor;
  language?: string;
  isProgramThatWrites: boolean;
  earlier: EarlierRequest | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    reader?: Reader;
  }
  interface FastifyContextConfig {
    permission?: Permission;
    needsVersion?: boolean;
    isAnswerSecret?: boolean;
    mayLag?: boolean;
  }
}

/**
 * Finds out, before the body is read, which network a request is for, who sends it, and whether their role may use the route at all.
 * Signed out where that is not enough: 401. A role without the permission reads as not found.
 */
export async function readReader(
  services: Services,
  lookUps: Database,
  networks: Networks,
  request: FastifyRequest,
): Promise<Reader> {
  const { network: slug } = request.params as { network: string };
  const network = await networks.find(slug);
  if (!network) throw new Problem('request.not_found');
  const credentials = credentialsOf(request, services.config.secret);
  const hasCredentials = credentials.signInToken !== undefined || credentials.machineTokenSha256 !== undefined;
  const db = inNetwork(lookUps, slug);
  const found = hasCredentials ? await findActor(db, slug, credentials, services.clock.now()) : undefined;
  const actor = found?.actor ?? visitor;
  const { permission } = request.routeOptions.config;
  if (permission && !roleHas(actor.role, permission))
    throw new Problem(actor.role === 'visitor' ? 'request.sign_in_needed' : 'request.not_found');
  if (isWrite(request) && found && !found.scopes.includes('write')) throw new Problem('request.not_found');
  if (isWrite(request) && !credentials.machineTokenSha256) refuseOtherSites(request, services.config.url);
  const isProgramThatWrites = credentials.machineTokenSha256 !== undefined && Boolean(found?.scopes.includes('write'));
  return {
    network,
    actor,
    isProgramThatWrites,
    earlier: found?.earlier ?? null,
    ...(found && { language: found.language }),
  };
}

export function isWrite(request: FastifyRequest): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

function credentialsOf(request: FastifyRequest, secret: string): Credentials {
  const bearer = bearerOf(request.headers.authorization);
  const membershipId = oneHeader(request, 'acting-as');
  if (membershipId !== undefined && !/^[0-9a-f-]{36}$/i.test(membershipId))
    throw new Problem('request.invalid', { fields: 'Acting-As' });
  const idempotencyKey = isWrite(request) ? oneHeader(request, 'idempotency-key') : undefined;
  if (idempotencyKey !== undefined && !/^[\x20-\x7e]{1,200}$/.test(idempotencyKey))
    throw new Problem('request.invalid', { fields: 'Idempotency-Key' });
  return {
    ...(bearer
      ? { machineTokenSha256: createHash('sha256').update(bearer).digest('hex') }
      : { signInToken: readSignInToken(request.headers.cookie, secret) }),
    membershipId,
    idempotencyKey,
  };
}

function oneHeader(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Cookies come along from anywhere, so a write must show that our own page sent it (Fetch Metadata, else Origin, else our header). */
function refuseOtherSites(request: FastifyRequest, ownOrigin: string): void {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const isOwn =
    site === 'same-origin' ||
    (site === undefined &&
      (origin === undefined ? request.headers['x-collegium'] !== undefined : isSameOrigin(origin, request, ownOrigin)));
  if (!isOwn) throw new Problem('request.cross_site');
}

function isSameOrigin(origin: string, request: FastifyRequest, ownOrigin: string): boolean {
  return origin === ownOrigin || origin === `${request.protocol}://${request.host}`;
}
