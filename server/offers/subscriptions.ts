import { sql } from 'kysely';
import type { Subscription } from '../platform/events/subscription.ts';
import type { Scope } from '../platform/scope.ts';

/** Events of offers: `offer.created`, `.changed`, `.published`, `.withdrawn`, `.discarded`, `.attached`, `.detached`. */
export const offerSubscriptions: readonly Subscription[] = [
  {
    action: 'organisation.changed',
    name: 'find offers by the new words of their provider',
    handle: (scope, event) => exchangeProviderWords(scope, event.object_id),
  },
];

/** The provider's words stand on the second line of each offer's search text. */
async function exchangeProviderWords(scope: Scope, organisationId: string): Promise<void> {
  await scope.db
    .updateTable('offer')
    .from('organisation')
    .set({ search_text: sql<string>`split_part(offer.search_text, E'\\n', 1) || E'\\n' || organisation.search_text` })
    .whereRef('organisation.id', '=', 'offer.organisation_id')
    .where('offer.organisation_id', '=', organisationId)
    .execute();
}
