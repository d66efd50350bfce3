/** By what the figures are grouped: kind of offer, providing organisation, term, or the learner's home organisation. */
export const evaluationGroupings = ['kind', 'organisation', 'term', 'home'] as const;
export type EvaluationGrouping = (typeof evaluationGroupings)[number];
