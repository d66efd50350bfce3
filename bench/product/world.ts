import { createHash } from 'node:crypto';
import type { OpenDatabase } from '../../server/platform/database/open.ts';
import { jsonb, inNetwork } from '../../server/platform/database/database.ts';
import { ensureNetwork } from '../../server/platform/database/create-network.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { newId } from '../../server/platform/ids.ts';
import type { Member } from '../../server/platform/scope.ts';

export const network = { slug: 'bench', name: 'Bench' };
const organisationId = numberedId(9, 1);

/** An id that pgbench can compute as well: the number in its last twelve digits. */
export function numberedId(family: number, number: number): string {
  return `00000000-0000-7000-800${family}-${number.toString(16).padStart(12, '0')}`;
}

/** The same id as an SQL expression of a number. */
export function numberedIdInSql(family: number, number: string): string {
  return `('00000000-0000-7000-800${family}-' || lpad(to_hex(${number}::bigint), 12, '0'))::uuid`;
}

export function tokenOf(number: number): string {
  return `collegium_bench_${number}`;
}

export function learner(number: number): Member {
  return {
    role: 'learner',
    accountId: numberedId(1, number),
    personId: numberedId(2, number),
    membershipId: numberedId(3, number),
    organisationId,
  };
}

/** A network with one university and learners numbered from 0 to `people`, each with a token. */
export async function fillWorld(database: OpenDatabase, people: number): Promise<void> {
  await migrate(database.url);
  await ensureNetwork(database, { now: () => new Date() }, network);
  const { db } = database;
  const tables = inNetwork(db, network.slug);
  const now = new Date();
  await tables
    .insertInto('organisation')
    .values({ id: organisationId, kind: 'university', name: 'Ribeira', short_mark: 'RI', created_at: now })
    .execute();
  for (let first = 0; first <= people; first += 1_000) {
    const numbers = Array.from({ length: Math.min(1_000, people - first + 1) }, (_, index) => first + index);
    const members = numbers.map((number) => ({ number, ...learner(number), name: `Learner ${number}` }));
    await db
      .insertInto('platform.account')
      .values(
        members.map(({ accountId, name, number }) => ({
          id: accountId,
          name,
          email: `${number}@example.org`,
          email_verified: true,
        })),
      )
      .execute();
    await tables
      .insertInto('person')
      .values(
        members.map(({ personId, accountId, name }) => ({
          id: personId,
          account_id: accountId,
          name,
          created_at: now,
        })),
      )
      .execute();
    await tables
      .insertInto('membership')
      .values(
        members.map(({ membershipId, personId, role }) => ({
          id: membershipId,
          person_id: personId,
          organisation_id: organisationId,
          role,
          started_on: '2026-01-01',
          created_at: now,
        })),
      )
      .execute();
    await db
      .insertInto('platform.machine_token')
      .values(
        members.map(({ accountId, membershipId, number }) => ({
          id: newId(),
          network_slug: network.slug,
          account_id: accountId,
          membership_id: membershipId,
          name: 'bench',
          token_sha256: createHash('sha256').update(tokenOf(number)).digest('hex'),
          scopes: ['read', 'write'],
        })),
      )
      .execute();
  }
}

/** A published first-come offer with so many places. */
export async function addOffer({ db }: Pick<OpenDatabase, 'db'>, places: number): Promise<string> {
  const id = newId();
  await inNetwork(db, network.slug)
    .insertInto('offer')
    .values({
      id,
      kind: 'course',
      organisation_id: organisationId,
      state: 'published',
      title: jsonb({ en: 'Port logistics' }),
      places,
      allocated_by: 'first_come',
      created_at: new Date(),
      published_at: new Date(),
    })
    .execute();
  return id;
}
