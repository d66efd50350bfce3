import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostAtOnce } from './free-time.ts';
import { pack, type Holding, type PoolWish } from './packing.ts';

test('a wish that fits beside each item but on none gets one, and as few as needed are moved', () => {
  const held = [
    { id: 'a', item: 1, from: 0, until: 2 },
    { id: 'b', item: 2, from: 2, until: 4 },
  ];
  expect(pack([1, 2], held, [{ from: 0, until: 4, quantity: 1 }])).toEqual({
    given: [[2]],
    moves: [{ holding: held[1], to: 1 }],
  });
  expect(pack([1, 2], held, [{ from: 0, until: 4, quantity: 2 }])).toBeUndefined();
});

test('what is held of an item that left the pool stays there and takes nobody’s place', () => {
  const held = [{ id: 'a', item: 3, from: 0, until: 4 }];
  expect(pack([1], held, [{ from: 1, until: 2, quantity: 1 }])).toEqual({ given: [[1]], moves: [] });
});

const span = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]) => ({ from, until: from + length }));

test('it gives exactly what counting allows, nobody shares an item, and what has begun is not moved', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(span, { maxLength: 14 }),
      fc.array(fc.tuple(span, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 3 }),
      (units, spans, asked) => {
        const items = Array.from({ length: units }, (_, index) => index + 1);
        const held: Holding[] = [];
        for (const [index, one] of spans.entries()) {
          const item = items.findLast(
            (candidate) => !held.some((other) => other.item === candidate && meets(other, one)),
          );
          if (item !== undefined) held.push({ ...one, item, id: String(index) });
        }
        const wishes: PoolWish[] = asked.map(([one, quantity]) => ({ ...one, quantity }));
        const all = [...held, ...wishes.flatMap((one) => Array.from({ length: one.quantity }, () => one))];
        const fits = all.every((one) => mostAtOnce(all, one) <= units);
        const packed = pack(items, held, wishes);
        expect(packed !== undefined).toBe(fits);
        if (!packed) return;
        const after = [
          ...held.map((one) => ({ ...one, item: packed.moves.find(({ holding }) => holding === one)?.to ?? one.item })),
          ...wishes.flatMap((one, index) => (packed.given[index] ?? []).map((item) => ({ ...one, item }))),
        ];
        for (const [index, one] of after.entries())
          for (const other of after.slice(index + 1)) expect(one.item === other.item && meets(one, other)).toBe(false);
        expect(packed.given.map(({ length }) => length)).toEqual(wishes.map(({ quantity }) => quantity));
        const begin = Math.min(...wishes.map(({ from }) => from));
        for (const { holding } of packed.moves) expect(holding.from).toBeGreaterThanOrEqual(begin);
      },
    ),
    { numRuns: 2_000 },
  );
});

function meets(one: { from: number; until: number }, other: { from: number; until: number }): boolean {
  return one.from < other.until && other.from < one.until;
}
