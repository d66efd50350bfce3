import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unsafeSignIn } from '../platform/auth/sign-in-as.ts';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';

let world: TestApp;
let ribeira: TestOrganisation;
let vantera: TestOrganisation;
let network: TestMember;
let ownAdministrator: TestMember;
let foreignAdministrator: TestMember;
let learner: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  ribeira = await addOrganisation(world.network, 'Ribeira');
  vantera = await addOrganisation(world.network, 'Vantera', 'company');
  network = await addMember(world.db, world.network, ribeira, 'network_administrator');
  ownAdministrator = await addMember(world.db, world.network, ribeira, 'organisation_administrator');
  foreignAdministrator = await addMember(world.db, world.network, vantera, 'organisation_administrator');
  learner = await addMember(world.db, world.network, ribeira, 'learner');
});
afterAll(() => world.close());

describe('the session', () => {
  test('of somebody signed out names the network and nobody', async () => {
    const session = (await world.request(null, 'GET', '/session')).json();
    expect(session).toMatchObject({ network: { slug: 'test' }, person: null, memberships: [] });
    expect(session.permissions).toContain('offer:read');
    expect(session.permissions).not.toContain('application:create');
  });

  test('acts on behalf of one membership at a time, and the audit event records which', async () => {
    const invited = await world.request(foreignAdministrator, 'POST', `/organisations/${vantera.id}/invitations`, {
      name: learner.name,
      email: `${learner.personId}@example.org`,
      role: 'host_supervisor',
    });
    const { membershipId } = invited.json();
    const cookie = await unsafeSignIn(world.services, learner.accountId);
    const session = (await world.request(null, 'GET', '/session', undefined, { cookie })).json();
    expect(session.memberships).toHaveLength(2);

    const acting = { cookie, 'acting-as': membershipId };
    const other = (await world.request(null, 'GET', '/session', undefined, acting)).json();
    expect(other.actingMembershipId).toBe(membershipId);
    const profile = await world.request(null, 'GET', '/profile', undefined, acting);
    const changed = { ...profile.json(), name: 'Amina' };
    await world.request(null, 'PUT', '/profile', changed, { ...acting, origin: 'http://localhost', 'if-match': '"1"' });
    const event = await world.network
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'profile.changed')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      person_id: learner.personId,
      membership_id: membershipId,
      organisation_id: vantera.id,
    });
  });

  test('never acts under a membership of somebody else', async () => {
    const as = { 'acting-as': network.membershipId };
    expect((await world.request(learner, 'GET', '/profile', undefined, as)).json().code).toBe('request.sign_in_needed');
    const chosen = await world.request(learner, 'POST', '/session/acting-as', { membershipId: network.membershipId });
    expect(chosen.json().code).toBe('membership.not_found');
  });
});

describe('a profile', () => {
  test('refuses an unknown time zone and a grade above the best, each in a sentence', async () => {
    const { version, ...profile } = (await world.request(ownAdministrator, 'GET', '/profile')).json();
    const match = { 'if-match': `"${version}"` };
    const zone = await world.request(
      ownAdministrator,
      'PUT',
      '/profile',
      { ...profile, timeZone: 'Mars/Olympus' },
      match,
    );
    expect(zone.json()).toMatchObject({ code: 'profile.time_zone_unknown', parameters: { timeZone: 'Mars/Olympus' } });
    const grade = await world.request(
      ownAdministrator,
      'PUT',
      '/profile',
      { ...profile, gradeAverage: 5, gradeAverageMaximum: 4 },
      match,
    );
    expect(grade.json().code).toBe('profile.grade_above_maximum');
  });

  test('changed on a stale version leaves nothing behind', async () => {
    const { version, ...profile } = (await world.request(foreignAdministrator, 'GET', '/profile')).json();
    const stale = await world.request(
      foreignAdministrator,
      'PUT',
      '/profile',
      { ...profile, termsCompleted: 3 },
      { 'if-match': `"${version + 1}"` },
    );
    expect(stale.json().code).toBe('request.version_stale');
    const rows = await world.network
      .selectFrom('learner_profile')
      .select('person_id')
      .where('person_id', '=', foreignAdministrator.personId)
      .execute();
    expect(rows).toEqual([]);
  });
});

describe('members', () => {
  test('are listed for those of their organisation alone; a learner finds no such page', async () => {
    expect((await world.request(null, 'GET', '/people')).statusCode).toBe(401);
    expect((await world.request(learner, 'GET', '/people')).statusCode).toBe(404);
    const own = (await world.request(ownAdministrator, 'GET', '/people')).json().items;
    expect(own.length).toBeGreaterThan(0);
    expect(own.every((item: { organisationId: string }) => item.organisationId === ribeira.id)).toBe(true);
    const all = (await world.request(network, 'GET', '/people')).json().items;
    expect(new Set(all.map((item: { organisationId: string }) => item.organisationId)).size).toBe(2);
  });

  test('are not invited into another organisation, nor made network administrators by an organisation', async () => {
    const person = { name: 'Wei', email: 'wei@example.org', role: 'teacher' };
    expect(
      (await world.request(foreignAdministrator, 'POST', `/organisations/${ribeira.id}/invitations`, person))
        .statusCode,
    ).toBe(404);
    const above = { ...person, role: 'network_administrator' };
    expect(
      (await world.request(ownAdministrator, 'POST', `/organisations/${ribeira.id}/invitations`, above)).statusCode,
    ).toBe(404);
  });

  test('hold a role in an organisation once, however often they are invited', async () => {
    const person = { name: '王伟', email: 'Wang.Wei@example.org', role: 'teacher' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => world.request(ownAdministrator, 'POST', `/organisations/${ribeira.id}/invitations`, person)),
    );
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409, 409]);
  });

  test('lose the role at once when it is ended, and the last administrator stays', async () => {
    const other = await addMember(world.db, world.network, ribeira, 'teacher');
    const ended = await world.request(ownAdministrator, 'POST', `/memberships/${other.membershipId}/end`, undefined, {
      'if-match': '"1"',
    });
    expect(ended.statusCode).toBe(204);
    expect((await world.request(other, 'GET', '/people')).statusCode).toBe(401);
    const last = await world.request(network, 'POST', `/memberships/${network.membershipId}/end`, undefined, {
      'if-match': '"1"',
    });
    expect(last.json().code).toBe('membership.last_administrator');
  });
});

test('one-click sign-in exists in no network but the sample', async () => {
  expect((await world.request(null, 'GET', '/sample-accounts')).json().items).toEqual([]);
  expect((await world.request(null, 'POST', `/sample-accounts/${learner.personId}/sign-in`)).statusCode).toBe(404);
});
