import { Type, type Static } from 'typebox';
import { LocalisedText } from '../localised-text.ts';
import { Day, Id, Nullable, OneOf, Page } from '../schema.ts';
import { participationMachine, type ParticipationState } from '../states/participation.ts';

/** Somebody who takes part under an agreement; without a name. */
export const RunningParticipation = Type.Object({
  id: Id,
  state: OneOf(Object.keys(participationMachine.states) as ParticipationState[]),
  offer: LocalisedText,
  home: Type.String(),
  provider: Type.String(),
  startsOn: Nullable(Day),
  endsOn: Nullable(Day),
});
export const RunningPage = Page(RunningParticipation);
export type RunningPage = Static<typeof RunningPage>;
