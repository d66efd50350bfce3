import { ApiProblem } from '../../api/problem.ts';

const aboutTheTime = new Set(['booking.rules_not_met', 'booking.not_for_you', 'booking.agreement_missing']);

/**
 * What a refusal says of the time: somebody holds it, so that one can wait; it is closed or against a rule, so that another
 * time may do; or nothing, so that any other would be refused as well.
 */
export function refusalOf(error: unknown): 'held' | 'closed' | 'other' {
  if (!(error instanceof ApiProblem)) return 'other';
  if (error.code === 'booking.clash') return 'held';
  return aboutTheTime.has(error.code) ? 'closed' : 'other';
}
