export type Edge = readonly [number, number];

/**
 * An edge of an undirected simple graph whose removal would part a connected piece in two; undefined when there is none.
 * Tarjan, R. E. (1974), "A note on finding the bridges of a graph", Information Processing Letters 2(6).
 */
export function findBridge(edges: readonly Edge[]): Edge | undefined {
  const neighbours = new Map<number, number[]>();
  for (const [a, b] of edges) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
  }
  const visited: Visited = { order: new Map(), low: new Map() };
  for (const vertex of neighbours.keys()) {
    if (visited.order.has(vertex)) continue;
    const bridge = walk(vertex, undefined, neighbours, visited);
    if (bridge)
      return edges.find(([a, b]) => (a === bridge[0] && b === bridge[1]) || (a === bridge[1] && b === bridge[0]));
  }
  return undefined;
}

interface Visited {
  order: Map<number, number>;
  /** The earliest visited vertex that can be reached without the edge over which one came. */
  low: Map<number, number>;
}

function walk(
  vertex: number,
  from: number | undefined,
  neighbours: Map<number, number[]>,
  visited: Visited,
): Edge | undefined {
  const order = visited.order.size;
  visited.order.set(vertex, order);
  visited.low.set(vertex, order);
  for (const next of neighbours.get(vertex) ?? []) {
    if (next === from) continue;
    if (!visited.order.has(next)) {
      const bridge = walk(next, vertex, neighbours, visited);
      if (bridge) return bridge;
      if ((visited.low.get(next) ?? 0) > order) return [vertex, next];
    }
    visited.low.set(vertex, Math.min(visited.low.get(vertex) ?? 0, visited.low.get(next) ?? 0));
  }
  return undefined;
}
