import { describe, expect, test } from 'vitest';
import { readProblem } from './problem.ts';

describe('readProblem', () => {
  test('problem details keep their code, words, fields and request', async () => {
    const problem = await readProblem(
      answer(422, {
        code: 'request.invalid',
        title: 'Two fields are wrong.',
        instance: '0190',
        errors: [
          { pointer: '/title', detail: 'Enter a title.' },
          { pointer: '/sessions/0/startsAt', detail: 'Enter a date and time.' },
        ],
      }),
    );
    expect(problem).toMatchObject({
      status: 422,
      code: 'request.invalid',
      title: 'Two fields are wrong.',
      requestId: '0190',
    });
    expect(problem.fields).toEqual([
      { path: 'title', detail: 'Enter a title.' },
      { path: 'sessions.0.startsAt', detail: 'Enter a date and time.' },
    ]);
  });

  test('412 means that somebody else was faster', async () => {
    expect((await readProblem(answer(412, {}))).isStale).toBe(true);
    expect((await readProblem(answer(409, {}))).isStale).toBe(false);
  });

  test('a proxy’s page becomes a problem without words', async () => {
    const page = new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
    expect(await readProblem(page)).toMatchObject({ status: 502, code: 'unknown', title: '', fields: [] });
  });

  test('broken JSON and entries of another shape do no harm', async () => {
    const broken = new Response('{', { status: 500, headers: { 'content-type': 'application/problem+json' } });
    expect((await readProblem(broken)).code).toBe('unknown');
    expect((await readProblem(answer(400, { errors: ['?', null, { pointer: 1 }] }))).fields).toEqual([]);
    expect((await readProblem(answer(400, { errors: 'all' }))).fields).toEqual([]);
  });
});

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
}
