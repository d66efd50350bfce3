import { createHash, randomBytes } from 'node:crypto';
import type { OrganisationKind } from '@collegium/contract/organisation-kinds.ts';
import type { Role } from '@collegium/contract/roles.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Member } from '../platform/scope.ts';

/** A signed-in member of the network `test`, with a token that the interface takes. */
export interface TestMember extends Member {
  token: string;
  name: string;
}

export interface TestOrganisation {
  id: string;
  name: string;
}

/** Adds an organisation. */
export async function addOrganisation(
  network: Database,
  name: string,
  kind: OrganisationKind = 'university',
): Promise<TestOrganisation> {
  const id = newId();
  await network
    .insertInto('organisation')
    .values({
      id,
      kind,
      name,
      short_mark: name.slice(0, 2).toUpperCase(),
      search_text: name.toLowerCase(),
      created_at: new Date(),
    })
    .execute();
  return { id, name };
}

/** Adds a person with an account, a membership in the role, and a machine token that may read and write. */
export async function addMember(
  db: Database,
  network: Database,
  organisation: TestOrganisation,
  role: Role,
  name = `${role} of ${organisation.name}`,
): Promise<TestMember> {
  const [accountId, personId, membershipId] = [newId(), newId(), newId()];
  const token = `collegium_test_${randomBytes(16).toString('hex')}`;
  const email = `${personId}@example.org`;
  await db.insertInto('platform.account').values({ id: accountId, name, email, email_verified: true }).execute();
  await network
    .insertInto('person')
    .values({ id: personId, account_id: accountId, name, email, created_at: new Date() })
    .execute();
  await network
    .insertInto('membership')
    .values({
      id: membershipId,
      person_id: personId,
      organisation_id: organisation.id,
      role,
      started_on: '2026-01-01',
      created_at: new Date(),
    })
    .execute();
  await db
    .insertInto('platform.machine_token')
    .values({
      id: newId(),
      network_slug: 'test',
      account_id: accountId,
      membership_id: membershipId,
      name: 'test',
      token_sha256: createHash('sha256').update(token).digest('hex'),
      scopes: ['read', 'write'],
    })
    .execute();
  return { role, accountId, personId, membershipId, organisationId: organisation.id, token, name };
}

/** Makes organisations partners, so that acts across them have their second key. */
export async function addPartnership(network: Database, ...organisations: TestOrganisation[]): Promise<void> {
  const id = newId();
  await network
    .insertInto('partnership')
    .values({ id, name: 'Partnership', model: 'consortium', created_at: new Date() })
    .execute();
  const members = organisations.map((organisation) => ({
    partnership_id: id,
    organisation_id: organisation.id,
    role: 'partner' as const,
    joined_on: '2026-01-01',
  }));
  await network.insertInto('partnership_member').values(members).execute();
}
