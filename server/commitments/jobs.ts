import { inEveryNetwork } from '../platform/jobs/in-every-network.ts';
import { lookAgain } from './look-again.ts';

/** Looks every hour at what time alone changes: late answers, words of agreements, reminders. */
export const lookAgainJob = inEveryNetwork('commitment.looked_at', '17 * * * *', lookAgain);
