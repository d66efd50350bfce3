import { rm } from 'node:fs/promises';
import { roleHas } from '@collegium/contract/permissions.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../../routes.ts';
import { allFixtures } from '../../testing/routes/fixtures.ts';
import { setStage, type CastMember, type Stage } from '../../testing/routes/stage.ts';
import type { Fixture, Fixtures } from '../../testing/routes/fixture.ts';
import { countRoundTrips } from '../database/round-trips.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage.world.close();
  await rm(stage.dataFolder, { recursive: true });
});

const routes = allRoutes.map((route) => {
  const name = `${route.method} ${route.url}`;
  const names = Object.keys(allFixtures).filter((key) => key === name || key.startsWith(`${name} — `));
  return { ...route, name, fixtures: names };
});

function ask(as: CastMember | null, method: (typeof routes)[number]['method'], fixture: Fixture) {
  const { url, body, headers, ownHeaders, version } = fixture;
  const own = ownHeaders?.of === as ? ownHeaders?.headers : {};
  const ifMatch = version === undefined ? {} : { 'if-match': `"${version}"` };
  return countRoundTrips(() => stage.world.request(as, method, url, body, { ...headers, ...own, ...ifMatch }));
}

test('every route is asked by a fixture', () => {
  const missing = routes.filter(({ fixtures }) => fixtures.length === 0);
  const advice = missing.map(
    ({ name }) =>
      `Say how to ask ${name}: add '${name}' to a file in server/testing/routes, with an object that the route is for and whose it is.`,
  );
  expect(advice).toEqual([]);
});

test('no fixture asks a route that is gone', () => {
  const known = new Set(routes.flatMap(({ fixtures }) => fixtures));
  expect(Object.keys(allFixtures).filter((name) => !known.has(name))).toEqual([]);
});

const requests = routes.flatMap((route) =>
  route.fixtures.map((fixture) => ({ ...route, request: fixture, make: allFixtures[fixture] as Fixtures[string] })),
);

test.each(requests)('$request answers only those whom the table of permissions and the object allow', async (route) => {
  const { method, permission, make } = route;
  let fixture = await make(stage);
  const mayAsk = ({ role }: CastMember) => roleHas(role, permission);
  const isTheirs = (member: CastMember) => mayAsk(member) && (fixture.own?.(member) ?? true);

  const answers = [{ who: 'somebody signed out', ...(await ask(null, method, fixture)) }];
  for (const member of stage.everyone.filter((one) => !isTheirs(one)))
    answers.push({ who: nameOf(member), ...(await ask(member, method, fixture)) });
  const [signedOut, ...others] = answers.map(({ who, result }) => ({ who, status: result.statusCode }));
  if (!roleHas('visitor', permission)) expect(signedOut).toMatchObject({ status: 401 });
  else if (fixture.isHiddenFromVisitors) expect(signedOut).toMatchObject({ status: 404 });
  else expect(signedOut?.status).toBeLessThan(300);
  expect(others.filter(({ status }) => status !== 404)).toEqual([]);

  const statuses: number[] = [];
  for (const member of stage.everyone.filter(isTheirs)) {
    if (method !== 'GET' && statuses.length > 0) fixture = await make(stage);
    const { result, roundTrips } = await ask(member, method, fixture);
    const { statusCode: status, body } = result;
    statuses.push(status);
    expect([401, 403, 404].includes(status) || status >= 500, `${nameOf(member)} got ${status}: ${body}`).toBe(false);
    expect(roundTrips, `waits for the database of ${nameOf(member)}, who got ${status}`).toBeLessThanOrEqual(3);
    expect(roundTrips, 'waits are counted').toBeGreaterThan(0);
  }
  expect(Math.min(...statuses), 'somebody is answered').toBeLessThan(300);
});

function nameOf({ role, side }: CastMember): string {
  return `${role} (${side})`;
}
