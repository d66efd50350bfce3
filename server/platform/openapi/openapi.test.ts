import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../../routes.ts';
import { createTestApp, type TestApp } from '../../testing/app.ts';
import type { JsonSchema, OpenApi, Operation } from './document.ts';

let world: TestApp;
let document: OpenApi;
let operations: { name: string; path: string; operation: Operation }[];

beforeAll(async () => {
  world = await createTestApp();
  document = (await world.app.inject('/test/api/openapi.json')).json();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
});
afterAll(() => world.close());

test('every route of the network is in it, and nothing else', () => {
  const routes = allRoutes.map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(operations.map(({ name }) => name).toSorted()).toEqual(routes.toSorted());
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://localhost/test/api' }] });
});

test('every answer of every route is in it, problems included', () => {
  for (const { method, url, response } of allRoutes) {
    const path = url.replaceAll(/:(\w+)/g, '{$1}');
    const declared = document.paths[path]?.[method.toLowerCase()]?.responses ?? {};
    expect({ path, statuses: Object.keys(declared).toSorted() }).toEqual({
      path,
      statuses: [...Object.keys(response), '4XX', '5XX'].toSorted(),
    });
    expect(declared['4XX']).toEqual({ $ref: '#/components/responses/Problem' });
  }
});

test('its parts are what OpenAPI 3.1 asks for', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, path, operation } of operations) {
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect([name, ...inPath.map((parameter) => parameter.name)]).toEqual([
      name,
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, id]) => id),
    ]);
    expect(inPath.every(({ required }) => required)).toBe(true);
    for (const [status, answer] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^([1-5]XX|[1-5][0-9]{2})$/);
      if (!('$ref' in answer)) expect(answer.description).toBeTruthy();
    }
    const known = Object.keys(document.components['securitySchemes'] ?? {});
    expect(operation.security.flatMap((one) => Object.keys(one)).filter((one) => !known.includes(one))).toEqual([]);
    expect(operation.summary.length).toBeGreaterThan(5);
  }
});

test('every schema in it is JSON Schema 2020-12, as OpenAPI 3.1 has it', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  (addFormatsModule as unknown as typeof addFormatsModule.default)(ajv);
  const schemas = operations.flatMap(({ name, operation }): [string, JsonSchema][] => [
    ...(operation.parameters ?? []).map(({ schema }): [string, JsonSchema] => [name, schema]),
    ...contentOf(operation.requestBody).map((schema): [string, JsonSchema] => [name, schema]),
    ...Object.values(operation.responses).flatMap((answer) =>
      contentOf(answer).map((schema): [string, JsonSchema] => [name, schema]),
    ),
  ]);
  expect(schemas.length).toBeGreaterThan(operations.length);
  const broken = schemas.filter(([, schema]) => ajv.validateSchema(schema) !== true).map(([name]) => name);
  expect(broken).toEqual([]);
});

function contentOf(part: object | undefined): JsonSchema[] {
  if (!part || !('content' in part)) return [];
  return Object.values(part.content as Record<string, { schema?: JsonSchema }>).flatMap(({ schema }) =>
    schema ? [schema] : [],
  );
}

test('who may ask is in it: sign-in by cookie or token, and none where visitors may', () => {
  expect(document.paths['/offers']?.['get']?.security).toEqual([{}, { cookie: [] }, { bearer: [] }]);
  expect(document.paths['/offers']?.['post']?.security).toEqual([{ cookie: [] }, { bearer: [] }]);
});

test('what a change needs is in it', () => {
  const names = document.paths['/offers/{offerId}']?.['put']?.parameters?.map(({ name }) => name);
  expect(names).toEqual(['offerId', 'If-Match', 'Idempotency-Key', 'Acting-As']);
});

test('the page for people names every route, has no script and is styled by a file', async () => {
  for (const url of ['/test/api', '/test/api/']) {
    const page = await world.app.inject(url);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    for (const { operation, path } of operations) {
      expect(page.body).toContain(`id="${operation.operationId}"`);
      expect(page.body).toContain(`<code>${path}</code>`);
    }
    expect(page.body).not.toMatch(/<script|<style| style=| on\w+=/i);
  }
  const css = await world.app.inject('/api/reference.css');
  expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(css.body).toContain('light-dark(');
});

test('the page is in Chinese for those who read Chinese, and English words in it are marked', async () => {
  for (const page of [
    await world.app.inject('/test/api/?language=zh-CN'),
    await world.app.inject({ url: '/test/api/', headers: { 'accept-language': 'zh-CN,zh;q=0.9' } }),
  ]) {
    expect(page.body).toContain('<html lang="zh-CN">');
    expect(page.body).toContain('<h1>程序接口</h1>');
    expect(page.body).toContain('<p>接受给出的名额</p>');
    expect(page.body).toContain('<h2 id="offer">项目 offer</h2>');
    for (const { operation } of operations)
      if (page.body.includes(`<p>${operation.summary}</p>`)) expect.fail(`${operation.summary} is not marked`);
  }
  const page = await world.app.inject({ url: '/test/api/?language=en', headers: { 'accept-language': 'zh-CN' } });
  expect(page.body).toContain('<html lang="en">');
});

test('the name of a network cannot become HTML', async () => {
  await world.db.insertInto('platform.network').values({ slug: 'odd', name: '<script>alert(1)</script>&"' }).execute();
  const page = await world.app.inject('/odd/api');
  expect(page.body).not.toContain('<script>');
  expect(page.body).toContain('&#60;script&#62;');
});

test('there is no interface of a network that does not exist', async () => {
  for (const url of ['/nowhere/api', '/nowhere/api/openapi.json', '/platform/api/openapi.json'])
    expect((await world.app.inject(url)).json().code).toBe('request.not_found');
});
