import { reviewSteps, type ReviewStep } from '@collegium/contract/agreements/review.ts';

interface Reviewing {
  chain: readonly string[];
  decisions: readonly { step: string; decision: string }[];
}

/** The steps of a party's chain in their order, whatever the order in which they are kept. */
export function chainOf(party: Pick<Reviewing, 'chain'>): ReviewStep[] {
  return reviewSteps.filter((step) => party.chain.includes(step));
}

/** The step that a party's review waits for; undefined when all have decided. */
export function dueStep(party: Reviewing): ReviewStep | undefined {
  return chainOf(party).find((step) => !party.decisions.some((decision) => decision.step === step));
}
