import type { FastifyReply, FastifyRequest } from 'fastify';
import { ownWriteSeconds } from '../database/replica.ts';
import type { Database } from '../database/database.ts';
import { Problem } from '../problem/problem.ts';
import type { Services } from '../scope.ts';
import { isWrite } from './reader.ts';

const cookieName = 'collegium.wrote';

/**
 * Answers from the replica where the route allows it and the reader wrote nothing of late; from the primary otherwise,
 * and when the replica fails.
 */
export async function readFromNearest<T>(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  read: (db: Database) => Promise<T>,
): Promise<T> {
  const replica = mayLag(request) ? services.replica?.current() : undefined;
  if (replica === undefined) return read(services.db);
  try {
    return await read(replica);
  } catch (error) {
    if (error instanceof Problem || reply.sent) throw error;
    services.replica?.giveUp(error);
    return read(services.db);
  }
}

/** Has the browser say for a while that it wrote something: whatever process it asks next reads from the primary. */
export function noteOwnWrite(services: Services, request: FastifyRequest, reply: FastifyReply): void {
  if (!services.replica || !isWrite(request) || reply.statusCode >= 400) return;
  const isSecure = services.config.url.startsWith('https://');
  const attributes = `Max-Age=${ownWriteSeconds}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  reply.header('set-cookie', `${cookieName}=1; ${attributes}`);
}

/** A program that may write keeps no cookies, so it always reads from the primary. */
function mayLag(request: FastifyRequest): boolean {
  if (!request.routeOptions.config.mayLag || request.reader?.isProgramThatWrites) return false;
  return !new RegExp(`(?:^|;\\s*)${cookieName}=1`).test(request.headers.cookie ?? '');
}
