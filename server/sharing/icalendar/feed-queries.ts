import { sql, type QueryCreator } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { readableBy } from './readable.ts';

/** Of one person. */
export const mostFeeds = 50;

/** A person's feeds, newest first; only one when `id` is given. */
export function listFeedsOf(db: Database, personId: string, id?: string) {
  return db
    .selectFrom('calendar_feed')
    .leftJoin('resource', 'resource.id', 'calendar_feed.resource_id')
    .select(['calendar_feed.id', 'calendar_feed.created_at', 'calendar_feed.resource_id', 'resource.name'])
    .where('calendar_feed.person_id', '=', personId)
    .where('calendar_feed.revoked_at', 'is', null)
    .$if(id !== undefined, (q) => q.where('calendar_feed.id', '=', id ?? ''))
    .orderBy('calendar_feed.created_at', 'desc')
    .limit(mostFeeds)
    .execute();
}
export type FeedRow = Awaited<ReturnType<typeof listFeedsOf>>[number];

interface NewFeed {
  id: string;
  personId: string;
  resourceId: string | null;
  token_sha256: string;
  at: Date;
}

/** The row of a new feed, if the person has room for it and may see the resource. */
export function whenFeedPossible(db: QueryCreator<Tables>, feed: NewFeed) {
  return db
    .selectNoFrom([
      sql<string>`${feed.id}::uuid`.as('id'),
      sql<string>`${feed.personId}::uuid`.as('person_id'),
      sql<string | null>`${feed.resourceId}::uuid`.as('resource_id'),
      sql<string>`${feed.token_sha256}::text`.as('token_sha256'),
      sql<Date>`${feed.at}::timestamptz`.as('changed_at'),
      sql<Date>`${feed.at}::timestamptz`.as('created_at'),
    ])
    .where((eb) =>
      eb.and([
        eb(
          eb
            .selectFrom('calendar_feed')
            .select((inner) => inner.fn.countAll<number>().as('count'))
            .where('person_id', '=', feed.personId)
            .where('revoked_at', 'is', null),
          '<',
          mostFeeds,
        ),
        feed.resourceId === null
          ? sql<boolean>`true`
          : eb.exists(
              eb
                .selectFrom('resource')
                .select('resource.id')
                .where('resource.id', '=', feed.resourceId)
                .where(readableBy(sql`${feed.personId}::uuid`, feed.at)),
            ),
      ]),
    );
}
