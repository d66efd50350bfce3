import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { visibleAgreements } from '../agreements/policy.ts';
import { visiblePublished } from '../offers/policy.ts';
import type { Database } from '../platform/database/database.ts';
import type { Actor } from '../platform/scope.ts';
import { searchQuery } from '../platform/search/words.ts';
import { visibleResources } from '../sharing/policy.ts';

/**
 * Published offers (those not yet over first), resources and agreements that the actor may see and organisations of the
 * register with these words, at most so many of each, in one round trip. Worst case: ranks every offer that has the words.
 */
export function findByWords(
  db: Database,
  actor: Actor,
  words: string,
  { day, now, most }: { day: string; now: Date; most: number },
) {
  const query = sql<string>`to_tsquery('simple', ${searchQuery(words) ?? ''})`;
  return db
    .selectNoFrom((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('offer')
          .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
          .select(['offer.id', 'offer.title', 'offer.starts_on', 'offer.ends_on', 'organisation.name as provider'])
          .where('offer.search', '@@', query)
          .where(visiblePublished(actor, day))
          .orderBy(sql`coalesce(offer.over_at <= ${now}, false)`)
          // Divided by the length of the text, as the catalogue does.
          .orderBy(sql`ts_rank(offer.search, ${query}, 1) desc, offer.id desc`)
          .limit(most),
      ).as('offers'),
      jsonArrayFrom(
        eb
          .selectFrom('resource')
          .innerJoin('organisation', 'organisation.id', 'resource.organisation_id')
          .select(['resource.id', 'resource.name', 'resource.city', 'organisation.name as owner'])
          .where('resource.search', '@@', query)
          .where('resource.state', '<>', 'retired')
          .where(visibleResources(actor, day))
          .orderBy(sql`ts_rank(resource.search, ${query}, 1) desc, resource.id desc`)
          .limit(most),
      ).as('resources'),
      jsonArrayFrom(
        eb
          .selectFrom('agreement')
          .select(['agreement.id', 'agreement.title', 'agreement.reference', 'agreement.state'])
          .where('agreement.search', '@@', query)
          .where(visibleAgreements(actor))
          .orderBy('agreement.id', 'desc')
          .limit(most),
      ).as('agreements'),
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
export type FoundByWords = Awaited<ReturnType<typeof findByWords>>;
