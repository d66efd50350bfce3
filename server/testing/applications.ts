import type { Insertable } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { newId } from '../platform/ids.ts';
import type { TestApp } from './app.ts';
import type { TestMember } from './world.ts';

/** An application of the learner as it may stand in the database, submitted now unless `columns` say otherwise; its id. */
export async function insertApplication(
  world: TestApp,
  learner: TestMember,
  columns: Partial<Insertable<Tables['application']>>,
): Promise<string> {
  const row = {
    id: newId(),
    person_id: learner.personId,
    membership_id: learner.membershipId,
    organisation_id: learner.organisationId,
    state: 'submitted' as const,
    submitted_at: world.clock.at,
    created_at: world.clock.at,
    ...columns,
  };
  await world.network.insertInto('application').values(row).execute();
  return row.id;
}
