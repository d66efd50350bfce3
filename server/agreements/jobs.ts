import { inEveryNetwork } from '../platform/jobs/in-every-network.ts';
import { keepAgreements } from './keep-agreements.ts';

/** Lets agreements enter into force, renew, expire and end on their days; every five minutes, as days begin at different hours. */
export const keepAgreementsJob = inEveryNetwork('agreement.kept', '*/5 * * * *', keepAgreements);
