import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../platform/problem/problem.ts';
import type { Scope } from '../../platform/scope.ts';
import { listFeedEvents, openFeed } from './feed-content-queries.ts';
import { hashOf } from './feeds.ts';
import { writeFeed } from './write-feed.ts';

const daysBack = 90;
const dayMs = 86_400_000;

/**
 * Answers a calendar program: 304 when nothing changed since it last asked, without building anything, else the feed.
 * Throws feed.not_found.
 */
export async function serveFeed(
  scope: Scope,
  token: string,
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const now = scope.clock.now();
  const from = new Date(Math.floor(now.getTime() / dayMs - daysBack) * dayMs);
  const { slug } = scope.network;
  const feed = await openFeed(scope.db, slug, { hash: hashOf(token), from, now });
  if (!feed) throw new Problem('feed.not_found');
  const etag = `"${createHash('sha256').update(`${feed.id} ${feed.summary}`).digest('base64url').slice(0, 22)}"`;
  reply.headers({
    etag,
    'last-modified': feed.changed_at.toUTCString(),
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
  });
  if (isKnown(request.headers, etag, feed.changed_at)) return reply.status(304).send();
  const events = await listFeedEvents(scope.db, slug, feed, from);
  const place = { pages: `${scope.config.url}/${slug}`, host: new URL(scope.config.url).hostname };
  return reply
    .type('text/calendar; charset=utf-8')
    .header('content-disposition', 'inline; filename="collegium.ics"')
    .send(writeFeed(feed, events, place));
}

/** RFC 9110 13.2.2: the tag counts when there is one, else the date, to the second. */
function isKnown(headers: FastifyRequest['headers'], etag: string, changedAt: Date): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1_000) * 1_000 <= since;
}
