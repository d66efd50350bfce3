import { expect, test } from 'vitest';
import { agreementMachine } from './agreement.ts';
import { applicationMachine } from './application.ts';
import { stateNames } from './names.ts';
import { outcomeMachine } from './outcome.ts';
import { participationMachine } from './participation.ts';
import { roundMachine } from './round.ts';

test('the names are those of the machines', () => {
  const machines = {
    agreement: agreementMachine,
    application: applicationMachine,
    outcome: outcomeMachine,
    participation: participationMachine,
    round: roundMachine,
  };
  const named = Object.entries(machines).map(([noun, { states }]) => [noun, Object.keys(states)]);
  expect(Object.fromEntries(named)).toEqual(stateNames);
});
