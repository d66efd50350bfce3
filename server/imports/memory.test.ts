import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember } from '../testing/world.ts';
import { importText } from './testing.ts';

let world: TestApp;
let administrator: TestMember;

beforeAll(async () => {
  world = await createTestApp();
  const office = await addOrganisation(world.network, 'Office', 'ngo');
  administrator = await addMember(world.db, world.network, office, 'network_administrator');
});
afterAll(() => world.close());

const rows = 300_000;

/** About 60 MB, made while it is read. */
function* file(): Generator<Buffer> {
  yield Buffer.from('kind,name,city\n');
  for (let first = 0; first < rows; first += 1_000) {
    const lines = Array.from({ length: 1_000 }, (_, index) => `ngo,Organisation ${index},${'x'.repeat(180)}\n`);
    yield Buffer.from(lines.join(''));
  }
}

test('memory does not grow with the file', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap: number[] = [];
  const onProgress = ({ rows: read }: { rows: number }) => {
    if (read % 50_000 !== 0) return;
    collect();
    heap.push(process.memoryUsage().heapUsed);
  };
  const mapping = { repeats: 'allowed', fields: { kind: 'kind', name: 'name', city: 'city' } };
  const summary = await importText(world, administrator, 'organisations', file(), { mapping, onProgress });
  expect(summary).toMatchObject({ rowsRead: rows, rowsValid: 1_000, rowsLeftOut: rows - 1_000, problemCount: 0 });
  expect(heap.length).toBeGreaterThanOrEqual(rows / 50_000);
  expect(heap.at(-1)! - heap[0]!).toBeLessThan(5_000_000);
}, 120_000);
