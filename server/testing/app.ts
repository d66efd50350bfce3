import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { buildApp } from '../app.ts';
import { loadConfig } from '../platform/config/config.ts';
import type { ReplicaReads } from '../platform/database/replica.ts';
import { newId } from '../platform/ids.ts';
import { system, type Actor, type Scope, type Services } from '../platform/scope.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import type { TestMember } from './world.ts';

/** The instant at which the clock of tests stands until a test moves it. */
export const frozenAt = new Date('2026-10-13T09:00:00Z');

export interface TestApp extends TestDatabase {
  app: FastifyInstance;
  services: Services;
  /** Stands still; set `now` to move it. */
  clock: { now(): Date; at: Date };
  /** Sends a request to `/test/api…`, signed out or as a member. */
  request(
    as: TestMember | null,
    method: NonNullable<InjectOptions['method']>,
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  /** A scope for calling verbs directly. */
  scopeOf(actor?: Actor): Scope;
}

/** The application on a database of its own, or on the one given, with a frozen clock. Close it in `afterAll`. */
export async function createTestApp(given: { database?: TestDatabase; replica?: ReplicaReads } = {}): Promise<TestApp> {
  const database = given.database ?? (await createTestDatabase());
  await database.db
    .insertInto('platform.network')
    .values({ slug: 'test', name: 'Test' })
    .onConflict((oc) => oc.doNothing())
    .execute();
  const clock = { at: frozenAt, now: () => clock.at };
  const config = {
    ...loadConfig({ COLLEGIUM_URL: 'http://localhost' }),
    databaseUrl: database.url,
    secret: 'a secret for tests only, 32 long',
    sealKey: 'c2VhbHMgaW4gdGVzdHMgb25seSwgMzIgYnl0ZXMgaXQ',
  };
  const services: Services = {
    db: database.db,
    ...(given.replica && { replica: given.replica }),
    clock,
    config,
    log: pino({ level: process.env['TEST_LOG_LEVEL'] ?? 'silent' }),
    signal: () => {},
  };
  const app = await buildApp(services);
  await app.ready();
  return {
    ...database,
    app,
    services,
    clock,
    request: (as, method, url, body, headers = {}) =>
      app.inject({
        method,
        url: `/test/api${url}`,
        headers: { 'x-collegium': '1', ...(as && { authorization: `Bearer ${as.token}` }), ...headers },
        ...(body !== undefined && { payload: body }),
      }),
    scopeOf: (actor = system) => ({
      db: database.network,
      network: { slug: 'test', name: 'Test', isSample: false },
      actor,
      clock,
      config,
      log: services.log,
      requestId: newId(),
      language: 'en',
      signal: () => {},
    }),
    close: async () => {
      await app.close();
      await database.close();
    },
  };
}
