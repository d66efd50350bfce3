import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { visiblePublished } from '../offers/policy.ts';
import type { Database } from '../platform/database/database.ts';
import type { Actor } from '../platform/scope.ts';
import { searchQuery } from '../platform/search/words.ts';

/**
 * Published offers that the actor may see and organisations of the register with these words, at most so many of each,
 * in one round trip. Worst case: ranks every offer that has the words.
 */
export function findByWords(db: Database, actor: Actor, words: string, { day, most }: { day: string; most: number }) {
  const query = sql<string>`to_tsquery('simple', ${searchQuery(words) ?? ''})`;
  return db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('offer')
          .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
          .select(['offer.id', 'offer.title', 'organisation.name as provider'])
          .where('offer.search', '@@', query)
          .where(visiblePublished(actor, day))
          // Divided by the length of the text, as the catalogue does.
          .orderBy(sql`ts_rank(offer.search, ${query}, 1) desc, offer.id desc`)
          .limit(most),
      ).as('offers'),
      jsonArrayFrom(
        eb
          .selectFrom('organisation')
          .select(['id', 'name', 'city'])
          .where('archived_at', 'is', null)
          .where('search', '@@', query)
          .orderBy('name')
          .orderBy('id')
          .limit(most),
      ).as('organisations'),
    ])
    .executeTakeFirstOrThrow();
}
