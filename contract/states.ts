import { agreementMachine } from './states/agreement.ts';
import { versionMachine } from './states/agreement-version.ts';
import { applicationMachine } from './states/application.ts';
import { bookingMachine } from './states/booking.ts';
import { offerMachine } from './states/offer.ts';
import { outcomeMachine } from './states/outcome.ts';
import { participationMachine } from './states/participation.ts';
import { resourceMachine } from './states/resource.ts';
import { roundMachine } from './states/round.ts';

/** Every state machine, in the order of the pipeline; `docs/states.md` is made from it. */
export const machines = [
  agreementMachine,
  versionMachine,
  offerMachine,
  applicationMachine,
  roundMachine,
  participationMachine,
  outcomeMachine,
  resourceMachine,
  bookingMachine,
] as const;
