import type { Database } from '@collegium/server/platform/database/database.ts';
import { newId } from '@collegium/server/platform/ids.ts';

/** Working groups of the first partnership, and whom to ask (no group); each person for their own organisation. */
const groups = [
  { name: 'Placements', purpose: 'Finds places and looks after the people in them.', people: ['mette', 'pieter'] },
  { name: 'Exchange', purpose: 'Keeps the exchange between the universities in balance.', people: ['chen', 'rui'] },
] as const;
const contacts = [
  { person: 'rui', function: 'International office' },
  { person: 'mette', function: 'Placements at Vantera' },
] as const;

interface Named {
  personId: string;
  organisationId: string;
}

/** Writes the working groups and contacts of a partnership. */
export async function insertWorkingGroups(
  db: Database,
  partnershipId: string,
  personOf: (key: string) => Named,
  at: Date,
): Promise<void> {
  const rows = groups.map(({ people, ...group }) => ({ id: newId(), people, group }));
  await db
    .insertInto('partnership_group')
    .values(rows.map(({ id, group }) => ({ id, partnership_id: partnershipId, created_at: at, ...group })))
    .execute();
  const named = [
    ...contacts.map((contact) => ({ groupId: null, ...contact })),
    ...rows.flatMap(({ id, people }) => people.map((person) => ({ groupId: id, person, function: '' }))),
  ];
  await db
    .insertInto('partnership_person')
    .values(
      named.map(({ groupId, person, function: role }) => {
        const { personId, organisationId } = personOf(person);
        return {
          id: newId(),
          partnership_id: partnershipId,
          group_id: groupId,
          person_id: personId,
          organisation_id: organisationId,
          function: role,
          added_at: at,
        };
      }),
    )
    .execute();
}
