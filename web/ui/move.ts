/** The list with one entry moved to another index; the others keep their order. Indexes outside the list change nothing. */
export function move<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = [...items];
  if (from < 0 || to < 0 || from >= items.length || to >= items.length) return moved;
  moved.splice(to, 0, ...moved.splice(from, 1));
  return moved;
}
