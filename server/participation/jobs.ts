import { inEveryNetwork } from '../platform/jobs/in-every-network.ts';
import { startDueParticipations } from './start-due.ts';

/** Starts, every minute, what is agreed and whose first day has come where it takes place. */
export const startJob = inEveryNetwork('participation.started', '* * * * *', startDueParticipations);
