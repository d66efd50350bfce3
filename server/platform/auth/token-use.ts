import { AsyncResource } from 'node:async_hooks';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Services } from '../scope.ts';
import { hashToken } from './machine-tokens.ts';

/** How exactly it is known when a token was last used; so often at most is it written. */
const everyMs = 60_000;
/** A process remembers so many tokens; beyond, it forgets all and writes once more for each. */
const rememberedAtMost = 10_000;

/**
 * Notes when machine tokens are used, after the answer: no request waits for it, and a busy program writes once a
 * minute. Call it with requests whose token was found good.
 */
export function watchTokenUse({ db, clock, log }: Services): (request: FastifyRequest) => void {
  const noted = new Map<string, number>();
  // Bound to the start of the server, as it belongs to no request.
  const note = AsyncResource.bind((token: string, at: Date) => {
    db.updateTable('platform.machine_token')
      .set({ last_used_at: at })
      .where('token_sha256', '=', hashToken(token))
      .where(sql<boolean>`abs(extract(epoch from last_used_at - ${at}::timestamptz)) * 1000 < ${everyMs} is not true`)
      .execute()
      .catch((error: unknown) => log.warn({ err: error }, 'the use of a token was not noted'));
  });
  return (request) => {
    const token = bearerOf(request.headers.authorization);
    if (token === undefined) return;
    const at = clock.now();
    if (Math.abs(at.getTime() - (noted.get(token) ?? 0)) < everyMs) return;
    if (noted.size >= rememberedAtMost) noted.clear();
    noted.set(token, at.getTime());
    note(token, at);
  };
}

/** The token in `Authorization: Bearer …`. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return /^Bearer (\S{1,200})$/.exec(authorization ?? '')?.[1];
}
