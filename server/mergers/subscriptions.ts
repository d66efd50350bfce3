import { sql } from 'kysely';
import { today } from '../agreements/today.ts';
import type { AuditEventRow, Subscription } from '../platform/events/subscription.ts';
import type { Scope } from '../platform/scope.ts';
import { takeOverHoldings } from './holdings.ts';
import type { Merger } from './merger.ts';
import { takeOverAgreements } from './parties.ts';
import { takeOverPartnerships } from './partnerships.ts';
import { takeOverMemberships, takeOverUnits } from './people.ts';
import { takeOverPromises } from './promises.ts';

/** What the successor takes over follows from the decision, in one transaction, and exactly once. */
export const mergerSubscriptions: readonly Subscription[] = [
  { action: 'organisation.merged', name: 'merger', handle: takeOver },
];

/** Parties before offers, which stand under agreements of their provider; units before whatever stands in them. */
async function takeOver(scope: Scope, event: AuditEventRow): Promise<void> {
  const merger = await findMerger(scope, event.object_id);
  if (!merger) return;
  await takeOverUnits(merger);
  await takeOverMemberships(merger);
  await takeOverPartnerships(merger);
  await takeOverAgreements(merger);
  await takeOverPromises(merger);
  await takeOverHoldings(merger);
}

async function findMerger(scope: Scope, id: string): Promise<Merger | undefined> {
  const row = await scope.db
    .selectFrom('organisation as gone')
    .innerJoin('organisation as successor', 'successor.id', 'gone.merged_into_id')
    .select(['gone.id as from', 'successor.id as into', 'gone.name as fromName', 'successor.name as intoName'])
    .select(sql<string>`${today(scope.clock.now())}::text`.as('today'))
    .where('gone.id', '=', id)
    .executeTakeFirst();
  return row && { ...row, scope };
}
