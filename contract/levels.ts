/** The levels of learning, lowest first. */
export const levels = ['school', 'vocational', 'bachelor', 'master', 'doctoral', 'continuing'] as const;
export type Level = (typeof levels)[number];
