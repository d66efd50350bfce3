import { expect, test } from 'vitest';
import { unitTree } from './unit-tree.ts';

test('units stand below their parents, and at the top when the parent is out of use', () => {
  const tree = unitTree([
    { id: 'a', parentId: 'f', name: 'Department' },
    { id: 'f', parentId: null, name: 'Faculty' },
    { id: 'o', parentId: 'gone', name: 'Orphan' },
  ]);
  expect(tree).toMatchObject([
    { id: 'f', children: [{ id: 'a', children: [] }] },
    { id: 'o', children: [] },
  ]);
});
