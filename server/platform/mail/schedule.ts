const minute = 60_000;
const hour = 60 * minute;

/** The shortest pause: the time that a sender has for a mail before another takes it. */
export const shortestPauseMs = minute;

/** How long a mail is left alone after the first, second … attempt. */
export const pausesMs = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour] as const;

/** How often a mail server may put a mail off before it counts as failed. */
export const mostAttempts = pausesMs.length + 1;
