import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Frontier, leafHash } from './merkle.ts';

const rootOf = (leaves: string[]): string => {
  const tree = new Frontier();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree.root().toString('hex');
};

/** The definition of RFC 6962, 2.1, word for word. */
function definition(leaves: string[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return createHash('sha256').update(Buffer.of(0)).update(only).digest();
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(definition(leaves.slice(0, half)))
    .update(definition(leaves.slice(half)))
    .digest();
}

/** The leaves and roots that implementations of Certificate Transparency are tested with. */
const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => Buffer.from(hex, 'hex').toString(),
);

test.each([
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
])('the tree of the first %i known leaves has the known root', (size, root) => {
  expect(rootOf(known.slice(0, size))).toBe(root);
});

test('a tree that grows leaf by leaf is the tree of the definition, also when it is put down and taken up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 70 }),
      fc.nat(70),
      (leaves, cut) => {
        let tree = new Frontier();
        for (const [index, leaf] of leaves.entries()) {
          if (index === cut) tree = Frontier.restore(tree.size, tree.bytes());
          tree.append(leafHash(leaf));
        }
        expect(tree.root()).toEqual(definition(leaves));
      },
    ),
  );
});

test('a frontier of another size is refused', () => {
  expect(() => Frontier.restore(3, Buffer.alloc(32))).toThrow(RangeError);
});
