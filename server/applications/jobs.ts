import { inEveryNetwork } from '../platform/jobs/in-every-network.ts';
import { lapseUnanswered } from './lapse.ts';

/** Takes back, every minute, places whose date to answer has passed. */
export const lapseJob = inEveryNetwork('application.lapsed', '* * * * *', lapseUnanswered);
