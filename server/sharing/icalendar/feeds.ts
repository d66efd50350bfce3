import { createHash, randomBytes } from 'node:crypto';
import type { FeedInput, FeedList, FeedView, NewFeedView } from '@collegium/contract/sharing/calendars.ts';
import { change } from '../../platform/audit/change.ts';
import { newId } from '../../platform/ids.ts';
import { Problem } from '../../platform/problem/problem.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { listFeedsOf, mostFeeds, whenFeedPossible, type FeedRow } from './feed-queries.ts';

/** One's feeds, without their addresses: those were shown when they were made. */
export async function listFeeds(scope: MemberScope): Promise<FeedList> {
  return { items: (await listFeedsOf(scope.db, scope.actor.personId)).map(present) };
}

/**
 * Makes a feed of one's own bookings, or of a resource that one may see, and tells its address, this once.
 * Throws resource.not_found, feed.too_many.
 */
export async function createFeed(scope: MemberScope, input: FeedInput): Promise<NewFeedView> {
  const { personId } = scope.actor;
  const resourceId = input.resourceId ?? null;
  const token = randomBytes(24).toString('base64url');
  const [row] = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .insertInto('calendar_feed')
          .columns(['id', 'person_id', 'resource_id', 'token_sha256', 'changed_at', 'created_at'])
          .expression(
            whenFeedPossible(qc, {
              id: newId(),
              personId,
              resourceId,
              token_sha256: hashOf(token),
              at: scope.clock.now(),
            }),
          )
          .returning(['id', 'created_at', 'resource_id']),
      ),
    { action: 'feed.created', objectType: 'feed', details: { resourceId } },
  );
  if (!row) throw await refusal(scope);
  const items = await listFeedsOf(scope.db, personId, row.id);
  const view = items.map(present)[0] ?? { id: row.id, resource: null, createdAt: row.created_at.toISOString() };
  return { ...view, address: `${scope.config.url}/${scope.network.slug}/api/calendars/${token}.ics` };
}

async function refusal(scope: MemberScope): Promise<Problem> {
  const feeds = await listFeedsOf(scope.db, scope.actor.personId);
  return feeds.length >= mostFeeds
    ? new Problem('feed.too_many', { limit: mostFeeds })
    : new Problem('resource.not_found');
}

/** Makes a feed's address worthless from now on. Throws feed.not_found. */
export async function revokeFeed(scope: MemberScope, feedId: string): Promise<void> {
  const rows = await change(
    scope,
    (db) =>
      db.with('changed', (qc) =>
        qc
          .updateTable('calendar_feed')
          .set({ revoked_at: scope.clock.now() })
          .where('id', '=', feedId)
          .where('person_id', '=', scope.actor.personId)
          .where('revoked_at', 'is', null)
          .returning('id'),
      ),
    { action: 'feed.revoked', objectType: 'feed' },
  );
  if (rows.length === 0) throw new Problem('feed.not_found');
}

/** As `calendar_feed.token_sha256` keeps it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function present({ id, created_at, resource_id, name }: FeedRow): FeedView {
  const resource = resource_id === null ? null : { id: resource_id, name: name ?? {} };
  return { id, resource, createdAt: created_at.toISOString() };
}
