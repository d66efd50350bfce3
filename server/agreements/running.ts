import type { RunningPage } from '@collegium/contract/agreements/running.ts';
import { participationMachine } from '@collegium/contract/states/participation.ts';
import { sql } from 'kysely';
import { decodeCursor, pageOf } from '../platform/http/cursor.ts';
import type { MemberScope } from '../platform/scope.ts';
import { readAgreement } from './get-agreement.ts';
import { visibleAgreements } from './policy.ts';

/**
 * What runs under an agreement: participations that have not ended, in offers that name it, and between two of its parties in
 * offers that name none. They stay when it ends. No names: whoever may see a participation finds them there.
 * Throws agreement.not_found.
 */
export async function listRunning(
  scope: MemberScope,
  id: string,
  query: { limit?: number; cursor?: string },
): Promise<RunningPage> {
  const limit = query.limit ?? 30;
  const after = decodeCursor(query.cursor, 1);
  const rows = await scope.db
    .selectFrom('participation')
    .innerJoin('offer', 'offer.id', 'participation.offer_id')
    .innerJoin('organisation as home', 'home.id', 'participation.home_organisation_id')
    .innerJoin('organisation as provider', 'provider.id', 'participation.provider_organisation_id')
    .innerJoin('agreement', (join) => join.on('agreement.id', '=', id))
    .select(['participation.id', 'participation.state', 'offer.title', 'offer.starts_on', 'offer.ends_on'])
    .select(['home.name as home_name', 'provider.name as provider_name'])
    .where(visibleAgreements(scope.actor))
    .where('participation.state', 'in', [...participationMachine.groups.current])
    .where((eb) => {
      const isParty = (column: 'participation.home_organisation_id' | 'participation.provider_organisation_id') =>
        eb.exists(
          eb
            .selectFrom('agreement_party')
            .select('agreement_party.agreement_id')
            .where('agreement_party.agreement_id', '=', id)
            .whereRef('agreement_party.organisation_id', '=', column),
        );
      return eb.or([
        eb('offer.agreement_id', '=', id),
        eb.and([
          eb('offer.agreement_id', 'is', null),
          isParty('participation.home_organisation_id'),
          isParty('participation.provider_organisation_id'),
          eb('participation.home_organisation_id', '<>', eb.ref('participation.provider_organisation_id')),
        ]),
      ]);
    })
    .$if(after !== undefined, (q) => q.where('participation.id', '<', sql<string>`${after?.[0]}::uuid`))
    .orderBy('participation.id', 'desc')
    .limit(limit + 1)
    .execute();
  if (rows.length === 0) await readAgreement(scope, id);
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => ({
      id: row.id,
      state: row.state,
      offer: row.title,
      home: row.home_name,
      provider: row.provider_name,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    }),
  );
}
