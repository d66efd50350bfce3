import { ensureAccount } from '../platform/auth/accounts.ts';
import { inNetwork, jsonb } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Services } from '../platform/scope.ts';
import { searchWords } from '../platform/search/words.ts';

/** Who runs a new network, and for which organisation. */
export interface FirstAdministrator {
  email: string;
  name: string;
  organisation: string;
}

/**
 * Gives a network that has no administrator its first one, with the organisation that runs it: everything else is done
 * by that person in the browser. False when the network has an administrator already.
 */
export async function ensureFirstAdministrator(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  network: string,
  { email, name, organisation }: FirstAdministrator,
): Promise<boolean> {
  const accountId = await ensureAccount(db, { name, email });
  const at = clock.now();
  return db.transaction().execute(async (transaction) => {
    const tables = inNetwork(transaction, network);
    // Locked, so that two commands at once make one administrator.
    await tables.selectFrom('setting').select('id').forUpdate().execute();
    const there = await tables
      .selectFrom('membership')
      .select('id')
      .where('role', '=', 'network_administrator')
      .limit(1)
      .execute();
    if (there.length > 0) return false;
    const [organisationId, personId, membershipId] = [newId(), newId(), newId()];
    await tables
      .insertInto('organisation')
      .values({
        id: organisationId,
        kind: 'international_organisation',
        name: organisation,
        short_mark: organisation.slice(0, 2).toUpperCase(),
        search_text: searchWords(organisation),
        created_at: at,
      })
      .execute();
    await tables
      .insertInto('person')
      .values({ id: personId, account_id: accountId, name, email: email.toLowerCase(), created_at: at })
      .execute();
    await tables
      .insertInto('membership')
      .values({
        id: membershipId,
        person_id: personId,
        organisation_id: organisationId,
        role: 'network_administrator',
        started_on: at.toISOString().slice(0, 10),
        evidence: 'named when the network was created',
        created_at: at,
      })
      .execute();
    await tables
      .insertInto('audit_event')
      .values({
        id: newId(),
        at,
        action: 'membership.created',
        object_type: 'membership',
        object_id: membershipId,
        organisation_id: organisationId,
        details: jsonb({ role: 'network_administrator' }),
      })
      .execute();
    return true;
  });
}
