import type { Instance } from '../instance/instance.ts';
import { CostFlow } from './cost-flow.ts';
import { type Arc, buildNetwork, type Network } from './network.ts';

/** Acceptable wishes as the first arcs of a network, in the order of `wishes`; then one arc per learner. */
export interface RankNetwork {
  readonly network: Network;
  readonly wishes: readonly number[];
  readonly arcs: number;
}

/** The most learners that can be placed at all, stable or not. `beat` is called at each step. */
export function largestAllocation(instance: Instance, beat: () => void): number {
  const { network, wishes, arcs } = buildRankNetwork(instance);
  new CostFlow(network).minimise(unplacedCost(instance, wishes.length, arcs), beat);
  return wishes.reduce((total, _, k) => total + network.residual[2 * k + 1]!, 0);
}

/** The objective that counts places which learners could have and have not. */
export const unplacedCost = ({ places }: Instance, wishes: number, arcs: number): Int32Array =>
  new Int32Array(arcs).fill(1, wishes, wishes + places.length);

/**
 * Nodes: learners in the order of the lottery, a node per offer and per ceiling, a node per capped organisation, and
 * the end. Arcs: first the acceptable wishes, then one per learner straight to the end, which carries the unplaced.
 */
export function buildRankNetwork(instance: Instance): RankNetwork {
  const { start, wishOffer, standing, draws, drawOf, places, capacity, rules } = instance;
  const learners = places.length;
  const drawn = (learner: number): number => draws[drawOf[start[learner]!] ?? learner] ?? 0;
  const order = Array.from(places.keys()).sort((a, b) => drawn(a) - drawn(b) || a - b);
  const firstCeiling = new Int32Array(capacity.length + 1);
  for (let o = 0; o < capacity.length; o++) firstCeiling[o + 1] = firstCeiling[o]! + (rules?.ceilings[o]!.length ?? 0);
  const ceilingNode = learners + capacity.length;
  const capNode = ceilingNode + firstCeiling[capacity.length]!;
  const end = capNode + (rules?.cap.length ?? 0);

  const wishes: number[] = [];
  const arcs: Arc[] = [];
  const unplaced: Arc[] = [];
  order.forEach((learner, node) => {
    for (let wish = start[learner]!; wish < start[learner + 1]!; wish++) {
      if (standing[wish] === Infinity) continue;
      const offer = wishOffer[wish]!;
      const ceiling = rules?.ceilings[offer]!.findIndex(({ group }) => rules.groupsOf[learner]!.includes(group)) ?? -1;
      wishes.push(wish);
      arcs.push([node, ceiling < 0 ? learners + offer : ceilingNode + firstCeiling[offer]! + ceiling, 1, 0]);
    }
    unplaced.push([node, end, places[learner]!, places[learner]!]);
  });
  arcs.push(...unplaced);
  capacity.forEach((room, offer) => {
    const organisation = rules?.organisation[offer] ?? -1;
    arcs.push([learners + offer, organisation < 0 ? end : capNode + organisation, Math.max(0, room), 0]);
    rules?.ceilings[offer]!.forEach((ceiling, i) => {
      arcs.push([ceilingNode + firstCeiling[offer]! + i, learners + offer, Math.max(0, ceiling.places), 0]);
    });
  });
  rules?.cap.forEach((cap, organisation) => arcs.push([capNode + organisation, end, Math.max(0, cap), 0]));
  return { network: buildNetwork(end + 1, arcs.length, (k) => arcs[k]!), wishes, arcs: arcs.length };
}
