/**
 * The states of machines in their order, without words and moves: for lists whose address may name them, which every page
 * loads. Must equal the machines; a test compares them.
 */
export const stateNames = {
  agreement: ['negotiating', 'in_force', 'suspended', 'terminated', 'expired', 'abandoned'],
  application: ['submitted', 'waiting', 'offered', 'accepted', 'declined', 'unplaced', 'withdrawn'],
  outcome: ['assessed', 'countersigned', 'recognised', 'not_recognised'],
  participation: ['planning', 'agreed', 'active', 'completed', 'ended_early', 'cancelled'],
  round: ['draft', 'open', 'closed', 'review', 'published', 'cancelled'],
} as const;
