import { CostFlow } from '../flow/cost-flow.ts';
import { buildRankNetwork, unplacedCost } from '../flow/rank-network.ts';
import type { Instance } from '../instance/instance.ts';
import type { Objective } from '../problem.ts';
import { type Hooks, pulse } from './hooks.ts';

/**
 * Places as many learners as can be, and among such allocations one with the least sum of ranks (`total-rank`,
 * Featherstone 2020), or with the fewest last choices, then the fewest of the rank before, and so on
 * (`fewest-last-choices`, the fair matchings of Huang, Kavitha, Mehlhorn and Michail 2013). Offers' priorities only say
 * who is acceptable. Equal solutions are told apart by the order of the lottery. Honours ceilings and caps.
 */
export function rankMinimising(instance: Instance, objective: Objective, hooks: Hooks): Uint8Array {
  const { wishOffer, wishTier } = instance;
  const { network, wishes, arcs } = buildRankNetwork(instance);
  const flow = new CostFlow(network);
  const tiers = wishes.reduce((most, wish) => Math.max(most, wishTier[wish]! + 1), 0);
  let stage = 0;
  const beat = (): void => pulse(hooks, { stage: 'placing', done: Math.min(stage, tiers), total: tiers + 1 });

  flow.minimise(unplacedCost(instance, wishes.length, arcs), beat);
  flow.freeze();
  const rank = new Int32Array(arcs);
  wishes.forEach((wish, k) => (rank[k] = wishTier[wish]!));
  // Also where last choices count: it begins with few of them, so that most of the stages below have nothing to do.
  flow.minimise(rank, beat);
  for (let tier = objective === 'total-rank' ? 0 : tiers - 1; tier > 0; tier--) {
    stage++;
    const isTier = new Int32Array(arcs);
    wishes.forEach((wish, k) => (isTier[k] = wishTier[wish] === tier ? 1 : 0));
    flow.minimise(isTier, beat);
    flow.freeze();
  }
  const held = new Uint8Array(wishOffer.length);
  wishes.forEach((wish, k) => (held[wish] = network.residual[2 * k + 1]!));
  return held;
}
