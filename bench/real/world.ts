import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { ImportKind, ImportSummary } from '@collegium/contract/imports.ts';
import type { Role } from '@collegium/contract/roles.ts';
import { allSubscriptions } from '@collegium/server/subscriptions.ts';
import { importFile } from '@collegium/server/imports/import-file.ts';
import { parseMapping } from '@collegium/server/imports/mapping.ts';
import { ensureAccount } from '@collegium/server/platform/auth/accounts.ts';
import { loadConfig } from '@collegium/server/platform/config/config.ts';
import { ensureNetwork } from '@collegium/server/platform/database/create-network.ts';
import { type Database, inNetwork } from '@collegium/server/platform/database/database.ts';
import { migrate } from '@collegium/server/platform/database/migrate.ts';
import { openDatabase } from '@collegium/server/platform/database/open.ts';
import { startDispatcher } from '@collegium/server/platform/events/dispatcher.ts';
import { createSignal } from '@collegium/server/platform/events/signal.ts';
import { newId } from '@collegium/server/platform/ids.ts';
import { type Member, type MemberScope, type Scope, type Services, system } from '@collegium/server/platform/scope.ts';

const root = join(import.meta.dirname, '../..');
const network = { slug: 'real', name: 'Real input', isSample: false };

interface Home {
  kind: 'ngo' | 'university';
  name: string;
  short_mark: string;
}
const office: Home = { kind: 'ngo', name: 'Office of the network', short_mark: 'ON' };

/** A network on a database of its own, whose clock stands where it is put. */
export interface RealWorld {
  db: Database;
  clock: { at: Date; now(): Date };
  services: Services;
  administrator: Member;
  as: (actor: Member) => MemberScope;
  asSystem: () => Scope;
  /** What follows from all that happened: notifications, participations. */
  dispatch: () => Promise<void>;
  close: () => Promise<void>;
}

/** The first administrator belongs to `home`: what is imported as agreements is agreed with it. */
export async function openWorld(dataFolder: string, at: Date, home: Home = office): Promise<RealWorld> {
  const config = loadConfig({ COLLEGIUM_DATA: dataFolder });
  const database = await openDatabase(config);
  await migrate(database.url);
  const clock = { at, now: () => clock.at };
  await ensureNetwork(database, clock, network);
  const db = inNetwork(database.db, network.slug);
  const services: Services = {
    db: database.db,
    clock,
    config: { ...config, databaseUrl: database.url, secret: 'a secret for this measurement alone' },
    log: pino({ level: 'error' }, pino.destination(2)),
    signal: () => {},
  };
  const scopeOf = <A extends Scope['actor']>(actor: A) => ({
    ...services,
    db,
    network,
    actor,
    requestId: newId(),
    language: 'en',
  });
  return {
    db,
    clock,
    services,
    administrator: await addAdministrator(database.db, db, { at, home }),
    as: scopeOf,
    asSystem: () => scopeOf(system),
    dispatch: () => dispatchAll(services, db),
    close: database.close,
  };
}

/** Lets four dispatchers, as of four processes, tell everybody of everything. */
async function dispatchAll(services: Services, db: Database): Promise<void> {
  const dispatchers = Array.from({ length: 4 }, () =>
    startDispatcher({ services, subscriptions: allSubscriptions, signal: createSignal() }),
  );
  const pending = db.selectFrom('audit_event').select('id').where('dispatched_at', 'is', null).limit(1);
  while ((await pending.execute()).length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
}

/** Nobody can be invited before somebody may invite: the first one is put there. */
async function addAdministrator(
  platform: Database,
  db: Database,
  { at, home }: { at: Date; home: Home },
): Promise<Member> {
  const [organisationId, personId, membershipId] = [newId(), newId(), newId()];
  await db
    .insertInto('organisation')
    .values({ id: organisationId, ...home, created_at: at })
    .execute();
  const person = { name: 'Administrator', email: 'administrator@example.org' };
  const accountId = await ensureAccount(platform, person);
  await db
    .insertInto('person')
    .values({ id: personId, account_id: accountId, ...person, created_at: at })
    .execute();
  const role = 'network_administrator';
  const membership = { id: membershipId, person_id: personId, organisation_id: organisationId, role } as const;
  await db
    .insertInto('membership')
    .values({ ...membership, started_on: '2020-01-01', created_at: at })
    .execute();
  return { role, accountId, personId, membershipId, organisationId };
}

/** Imports a public file with its mapping; `more` are fields that the measurement adds, because the file has none. */
export function importPublic(
  world: RealWorld,
  kind: ImportKind,
  [file, mapping]: [file: string, mapping: string],
  more: Record<string, unknown> = {},
): Promise<ImportSummary> {
  const text = JSON.parse(readFileSync(join(root, 'samples/mappings', mapping), 'utf8')) as { fields: object };
  return importFile(world.as(world.administrator), createReadStream(file), {
    kind,
    fileName: file,
    mapping: parseMapping(JSON.stringify({ ...text, fields: { ...text.fields, ...more } }), kind),
    apply: 'all',
  });
}

/** Imports people from JSON lines. */
export function importPeople(world: RealWorld, lines: Iterable<string>): Promise<ImportSummary> {
  async function* bytes() {
    for (const line of lines) yield Buffer.from(line);
  }
  return importFile(world.as(world.administrator), bytes(), { kind: 'people', fileName: 'generated', apply: 'all' });
}

/** The members with a role, by mail address or by organisation. */
export async function membersBy(
  world: RealWorld,
  role: Role,
  by: 'email' | 'organisationId',
): Promise<Map<string, Member>> {
  const rows = await world.db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id as membershipId', 'membership.organisation_id as organisationId'])
    .select(['person.id as personId', 'person.account_id as accountId', 'person.email'])
    .where('role', '=', role)
    .execute();
  return new Map(
    rows.map(({ email, accountId, ...ids }) => {
      const member = { ...ids, role, accountId: accountId ?? '' };
      return [by === 'email' ? (email ?? '') : ids.organisationId, member];
    }),
  );
}
