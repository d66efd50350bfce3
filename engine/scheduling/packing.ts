import type { Span } from './free-time.ts';

/** What one item of a pool is held for, and by whom. */
export interface Holding extends Span {
  id: string;
  item: number;
}

/** So many items for a time; `preferred` are those that the asker holds already. */
export interface PoolWish extends Span {
  quantity: number;
  preferred?: readonly number[];
}

export interface Packing {
  /** The items of each wish, in the order of the wishes. */
  given: number[][];
  /** Who gets another item than before. */
  moves: { holding: Holding; to: number }[];
}

/**
 * Gives every wish its items, moving others between items where needed; undefined when at some moment more would be held
 * than there are. Intervals are looked at in the order in which they begin, each keeping its own item if that is free and
 * taking any free one else: at most as many overlap as there are items, so one always is (interval graphs are perfect).
 * What begins before the earliest wish keeps its item, and so does what is held of an item that is in the pool no more.
 */
export function pack(
  items: readonly number[],
  held: readonly Holding[],
  wishes: readonly PoolWish[],
): Packing | undefined {
  const busyUntil = new Map(items.map((item) => [item, -Infinity]));
  const freeAt = (from: number) => items.filter((item) => (busyUntil.get(item) ?? Infinity) <= from);
  const given: number[][] = wishes.map(() => []);
  const moves: Packing['moves'] = [];
  for (const step of inOrder(held, wishes)) {
    const { from, until } = step;
    const free = freeAt(from);
    const wanted = 'item' in step ? [step.item] : (wishes[step.index]?.preferred ?? []);
    const chosen = [...wanted.filter((item) => free.includes(item)), ...free.filter((item) => !wanted.includes(item))];
    if ('item' in step) {
      if (!busyUntil.has(step.item)) continue;
      const [to] = chosen;
      if (to === undefined) return undefined;
      busyUntil.set(to, until);
      if (to !== step.item) moves.push({ holding: step, to });
    } else {
      if (chosen.length < step.quantity) return undefined;
      given[step.index] = chosen.slice(0, step.quantity);
      for (const item of given[step.index] ?? []) busyUntil.set(item, until);
    }
  }
  return { given, moves };
}

/** By their beginning; what is held already comes before a wish that begins with it. */
function inOrder(held: readonly Holding[], wishes: readonly PoolWish[]) {
  const asked = wishes.map(({ from, until, quantity }, index) => ({ from, until, quantity, index }));
  return [...held, ...asked].sort((a, b) => a.from - b.from || Number('index' in a) - Number('index' in b));
}
