/** A flow network in typed arrays: arc `2k` and its reverse `2k + 1`, with what each can still carry. */
export interface Network {
  readonly nodes: number;
  readonly head: Int32Array;
  readonly residual: Int32Array;
  /** Arcs out of node `v`: `arc[first[v]]` up to `arc[first[v + 1]]`. */
  readonly first: Int32Array;
  readonly arc: Int32Array;
}

/** One arc: from, to, what it can carry, and what it carries at first. */
export type Arc = readonly [from: number, to: number, capacity: number, flow: number];

/** Lays out `count` arcs, which `arcAt` describes. */
export function buildNetwork(nodes: number, count: number, arcAt: (k: number) => Arc): Network {
  const head = new Int32Array(2 * count);
  const residual = new Int32Array(2 * count);
  const first = new Int32Array(nodes + 1);
  for (let k = 0; k < count; k++) {
    const [from, to, capacity, flow] = arcAt(k);
    head[2 * k] = to;
    head[2 * k + 1] = from;
    residual[2 * k] = capacity - flow;
    residual[2 * k + 1] = flow;
    first[from + 1]!++;
    first[to + 1]!++;
  }
  for (let v = 0; v < nodes; v++) first[v + 1]! += first[v]!;
  const next = first.slice(0, nodes);
  const arc = new Int32Array(2 * count);
  for (let a = 0; a < 2 * count; a++) arc[next[head[a ^ 1]!]!++] = a;
  return { nodes, head, residual, first, arc };
}
