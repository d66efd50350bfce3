import { jsonb, type Database } from '@collegium/server/platform/database/database.ts';
import { newId } from '@collegium/server/platform/ids.ts';
import type { Member } from '@collegium/server/platform/scope.ts';
import { searchWords } from '@collegium/server/platform/search/words.ts';
import { insertExploring } from './exploring.ts';
import { sampleOrganisations } from './organisations.ts';
import { sampleLearners, samplePeople, type SamplePerson } from './people.ts';
import { insertWorkingGroups } from './working-groups.ts';

/** The ids of what the story is told with. */
export interface Cast {
  organisation: (key: string) => string;
  unit: (key: string, name: string) => string;
  /** A person acting under their first membership. */
  member: (key: string) => Member;
  learners: readonly { key: string; organisation: string }[];
  /** The consortium to which the agreements belong. */
  partnershipId: string;
}

/** Writes organisations, people and partnerships. `db` is bound to the network and inside a transaction. */
export async function insertBase(db: Database, at: Date): Promise<Cast> {
  const organisations = new Map(sampleOrganisations.map(({ key }) => [key, newId()]));
  const units = new Map<string, string>();
  await db
    .insertInto('organisation')
    .values(
      sampleOrganisations.map(({ key, kind, name, shortMark, country, city, description }) => ({
        id: found(organisations, key),
        kind,
        name,
        short_mark: shortMark,
        country,
        city,
        description: jsonb(description),
        search_text: searchWords(name, city, ...Object.values(description)),
        created_at: at,
      })),
    )
    .execute();
  const unitRows = sampleOrganisations.flatMap(({ key, units: names = [] }) =>
    names.map((name) => ({
      id: newId(),
      organisation_id: found(organisations, key),
      name,
      created_at: at,
      key: `${key}/${name}`,
    })),
  );
  for (const { key, id } of unitRows) units.set(key, id);
  await db
    .insertInto('unit')
    .values(unitRows.map(({ key: _key, ...row }) => row))
    .execute();
  const members = await insertPeople(db, organisations, at);
  const partnershipId = await insertPartnerships(db, organisations, at);
  await insertWorkingGroups(db, partnershipId, (key) => found(members, key), at);
  await insertExploring(db, organisations, at);
  return {
    organisation: (key) => found(organisations, key),
    unit: (key, name) => found(units, `${key}/${name}`),
    member: (key) => found(members, key),
    learners: [{ key: 'amina', organisation: 'ribeira' }, ...sampleLearners()],
    partnershipId,
  };
}

async function insertPeople(db: Database, organisations: Map<string, string>, at: Date): Promise<Map<string, Member>> {
  const people = [...samplePeople, ...sampleLearners()].map((person) => ({
    ...person,
    ids: { account: newId(), person: newId(), membership: newId() },
  }));
  await db
    .insertInto('platform.account')
    .values(
      people.map(({ ids, name, key }) => ({ id: ids.account, name, email: addressOf(key), email_verified: true })),
    )
    .onConflict((oc) => oc.column('email').doNothing())
    .execute();
  const accounts = await db
    .selectFrom('platform.account')
    .select(['id', 'email'])
    .where('email', 'like', '%@sample.example')
    .execute();
  const accountOf = new Map(accounts.map(({ id, email }) => [email, id]));
  await db
    .insertInto('person')
    .values(
      people.map(({ ids, name, key, language, organisation }) => ({
        id: ids.person,
        account_id: found(accountOf, addressOf(key)),
        name,
        email: addressOf(key),
        language: language ?? 'en',
        time_zone: sampleOrganisations.find((one) => one.key === organisation)?.timeZone ?? 'UTC',
        created_at: at,
      })),
    )
    .execute();
  const startedOn = at.toISOString().slice(0, 10);
  await db
    .insertInto('membership')
    .values(
      people.flatMap((person) => [
        { id: person.ids.membership, ...membershipOf(person, organisations), started_on: startedOn, created_at: at },
        ...(person.also ?? []).map((also) => ({
          id: newId(),
          ...membershipOf({ ...person, ...also }, organisations),
          started_on: startedOn,
          created_at: at,
        })),
      ]),
    )
    .execute();
  await insertProfiles(db, people, at);
  return new Map(
    people.map(({ key, ids, organisation, role }) => [
      key,
      {
        role,
        accountId: found(accountOf, addressOf(key)),
        personId: ids.person,
        membershipId: ids.membership,
        organisationId: found(organisations, organisation),
      },
    ]),
  );
}

type PersonWithIds = SamplePerson & { ids: { person: string } };

function membershipOf({ ids, organisation, role }: PersonWithIds, organisations: Map<string, string>) {
  return { person_id: ids.person, organisation_id: found(organisations, organisation), role };
}

async function insertProfiles(db: Database, people: readonly PersonWithIds[], at: Date): Promise<void> {
  const learners = people.filter(({ role }) => role === 'learner');
  await db
    .insertInto('learner_profile')
    .values(
      learners.map(({ ids }, index) => ({
        person_id: ids.person,
        level: index % 3 === 0 ? ('bachelor' as const) : ('master' as const),
        field_code: ['0716', '0532', '0413', '0612'][index % 4] ?? null,
        grade_average: 2.6 + ((index * 7) % 14) / 10,
        grade_average_maximum: 4,
        terms_completed: 2 + (index % 5),
        language_results: jsonb(index % 5 === 4 ? [] : [{ test: 'TOEFL iBT', score: 72 + ((index * 11) % 40) }]),
        updated_at: at,
      })),
    )
    .execute();
}

/** Writes the partnerships; the id of the first. */
async function insertPartnerships(db: Database, organisations: Map<string, string>, at: Date): Promise<string> {
  const partnerships = [
    {
      name: 'Blue Coast consortium',
      model: 'consortium' as const,
      purpose: 'Train people for work on the coast together: placements, exchange and courses that count everywhere.',
      goals: [
        { text: 'Forty placements a year at companies and ports', by: 200, owner: 'vantera' },
        { text: 'Exchange in balance between the three universities', by: 320, owner: 'ribeira' },
      ],
      keys: sampleOrganisations.map(({ key }) => key).filter((key) => key !== 'harbour'),
    },
    {
      name: 'Kade port and school',
      model: 'community' as const,
      purpose: 'Bring the port into classrooms, and classes to the port.',
      goals: [{ text: 'Every class sees a ship being unloaded', by: 90, owner: 'kade' }],
      keys: ['kade', 'harbour', 'seawall', 'literacy'],
    },
  ];
  const ids = partnerships.map(() => newId());
  for (const [index, { name, model, purpose, goals, keys }] of partnerships.entries()) {
    const id = ids[index] ?? '';
    await db
      .insertInto('partnership')
      .values({
        id,
        name,
        model,
        purpose,
        public_fields: ['purpose', 'members', 'goals'],
        is_open: true,
        created_at: at,
      })
      .execute();
    const joined = at.toISOString().slice(0, 10);
    await db
      .insertInto('partnership_member')
      .values(
        keys.map((key, place) => ({
          partnership_id: id,
          organisation_id: found(organisations, key),
          role: place === 0 ? ('lead' as const) : ('partner' as const),
          joined_on: joined,
        })),
      )
      .execute();
    await db
      .insertInto('partnership_goal')
      .values(
        goals.map(({ text, by, owner }) => ({
          id: newId(),
          partnership_id: id,
          text,
          owner_id: found(organisations, owner),
          due_on: new Date(at.getTime() + (by + 200) * 86_400_000).toISOString().slice(0, 10),
          created_at: at,
        })),
      )
      .execute();
  }
  return ids[0] ?? '';
}

/** Reserved for documentation (RFC 2606), so no mail ever leaves for a fictitious person. */
function addressOf(key: string): string {
  return `${key}@sample.example`;
}

function found<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sample world has no “${key}”`);
  return value;
}
