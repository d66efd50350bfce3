import type { Network } from './network.ts';

const UNREACHED = 2 ** 30;

/**
 * Makes a flow cheapest, one objective after the other: each is minimised among the flows that are cheapest for all
 * before it. An objective is solved by the primal-dual method (Ford and Fulkerson 1957; augmentation as in Dinic 1970);
 * afterwards the arcs that its prices show to be the same in every cheapest flow are frozen (complementary slackness).
 */
export class CostFlow {
  readonly #network: Network;
  readonly #frozen: Uint8Array;
  readonly #price: Int32Array;
  readonly #excess: Int32Array;
  readonly #level: Int32Array;
  readonly #at: Int32Array;
  readonly #queue: Int32Array;
  #cost: Int32Array;

  constructor(network: Network) {
    this.#network = network;
    this.#frozen = new Uint8Array(network.head.length >> 1);
    this.#cost = new Int32Array(network.head.length >> 1);
    this.#price = new Int32Array(network.nodes);
    this.#excess = new Int32Array(network.nodes);
    this.#level = new Int32Array(network.nodes);
    this.#at = new Int32Array(network.nodes);
    this.#queue = new Int32Array(network.nodes);
  }

  /** Minimises the sum of `cost[k]` (at least 0) over the flow of arc `2k`. `beat` is called at each step. */
  minimise(cost: Int32Array, beat: () => void): void {
    this.#cost = cost;
    this.#price.fill(0);
    this.#undoCostly();
    while (this.#reprice()) {
      beat();
      while (this.#findLevels()) this.#augment();
    }
  }

  /** Keeps what the last objective reached: no later one can make it worse. */
  freeze(): void {
    const { head } = this.#network;
    for (let a = 0; a < head.length; a += 2) if (this.#reduced(a) !== 0) this.#frozen[a >> 1] = 1;
  }

  /** Takes back all flow that costs, so that what remains to be sent has only arcs of no negative cost. */
  #undoCostly(): void {
    const { head, residual } = this.#network;
    for (let a = 0; a < head.length; a += 2) {
      const flow = residual[a + 1]!;
      if (this.#cost[a >> 1] === 0 || flow === 0 || this.#frozen[a >> 1] === 1) continue;
      residual[a]! += flow;
      residual[a + 1] = 0;
      this.#excess[head[a + 1]!]! += flow;
      this.#excess[head[a]!]! -= flow;
    }
  }

  #reduced(a: number): number {
    const { head } = this.#network;
    const cost = (a & 1) === 0 ? this.#cost[a >> 1]! : -this.#cost[a >> 1]!;
    return cost + this.#price[head[a ^ 1]!]! - this.#price[head[a]!]!;
  }

  /** Shortest distances from where there is too much (Dial 1969); false when all is sent. */
  #reprice(): boolean {
    const { nodes, head, residual, first, arc } = this.#network;
    const distance = this.#level.fill(UNREACHED);
    const buckets: number[][] = [[]];
    for (let v = 0; v < nodes; v++) {
      if (this.#excess[v]! <= 0) continue;
      distance[v] = 0;
      buckets[0]!.push(v);
    }
    if (buckets[0]!.length === 0) return false;
    let reached = -1;
    for (let d = 0; d < buckets.length && reached < 0; d++) {
      for (const v of (buckets[d] ??= [])) {
        if (distance[v] !== d) continue;
        if (this.#excess[v]! < 0) reached = d;
        for (let i = first[v]!; i < first[v + 1]!; i++) {
          const a = arc[i]!;
          if (residual[a] === 0 || this.#frozen[a >> 1] === 1) continue;
          const to = head[a]!;
          const via = d + this.#reduced(a);
          if (via >= distance[to]!) continue;
          distance[to] = via;
          (buckets[via] ??= []).push(to);
        }
      }
    }
    if (reached < 0) throw new Error('What was sent before can always be sent again.');
    for (let v = 0; v < nodes; v++) this.#price[v]! += Math.min(distance[v]!, reached);
    return true;
  }

  /** Breadth-first levels along arcs that cost nothing at these prices; false when no place of demand is reached. */
  #findLevels(): boolean {
    const { nodes, head, residual, first, arc } = this.#network;
    this.#level.fill(-1);
    let end = 0;
    for (let v = 0; v < nodes; v++) {
      if (this.#excess[v]! <= 0) continue;
      this.#level[v] = 0;
      this.#queue[end++] = v;
    }
    let isReached = false;
    for (let i = 0; i < end; i++) {
      const v = this.#queue[i]!;
      this.#at[v] = first[v]!;
      if (this.#excess[v]! < 0) isReached = true;
      for (let j = first[v]!; j < first[v + 1]!; j++) {
        const a = arc[j]!;
        const to = head[a]!;
        if (residual[a] === 0 || this.#level[to]! >= 0 || this.#frozen[a >> 1] === 1 || this.#reduced(a) !== 0)
          continue;
        this.#level[to] = this.#level[v]! + 1;
        this.#queue[end++] = to;
      }
    }
    return isReached;
  }

  /** A blocking flow along the levels. */
  #augment(): void {
    for (let v = 0; v < this.#network.nodes; v++) {
      while (this.#level[v] === 0 && this.#excess[v]! > 0 && this.#sendFrom(v));
    }
  }

  #sendFrom(source: number): boolean {
    const { head, residual } = this.#network;
    const path: number[] = [];
    let v = source;
    while (this.#excess[v]! >= 0) {
      const a = this.#advance(v);
      if (a >= 0) {
        path.push(a);
        v = head[a]!;
      } else {
        const back = path.pop();
        if (back === undefined) return false;
        v = head[back ^ 1]!;
        this.#at[v]!++;
      }
    }
    let amount = Math.min(this.#excess[source]!, -this.#excess[v]!);
    for (const a of path) amount = Math.min(amount, residual[a]!);
    for (const a of path) {
      residual[a]! -= amount;
      residual[a ^ 1]! += amount;
    }
    this.#excess[source]! -= amount;
    this.#excess[v]! += amount;
    return true;
  }

  #advance(v: number): number {
    const { head, residual, first, arc } = this.#network;
    for (; this.#at[v]! < first[v + 1]!; this.#at[v]!++) {
      const a = arc[this.#at[v]!]!;
      if (residual[a] === 0 || this.#level[head[a]!] !== this.#level[v]! + 1) continue;
      if (this.#frozen[a >> 1] === 0 && this.#reduced(a) === 0) return a;
    }
    return -1;
  }
}
