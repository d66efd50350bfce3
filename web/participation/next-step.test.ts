import type { ParticipationView } from '@collegium/contract/participation/views';
import { expect, test } from 'vitest';
import { nextStep } from './next-step.ts';

const nothing: ParticipationView['abilities'] = {
  proposePlan: false,
  approvePlan: false,
  writeJournal: false,
  confirmJournal: false,
  endEarly: false,
  complete: false,
  assess: false,
};

test('what waits for me comes before what waits for others', () => {
  const step = nextStep({
    state: 'planning',
    openSteps: [
      { party: 'learner', step: 'approve_plan' },
      { party: 'provider', step: 'approve_plan' },
    ],
    myParties: ['provider'],
    abilities: { ...nothing, approvePlan: true },
  });
  expect(step).toEqual({ step: 'approve_plan', isMine: true, parties: ['provider'] });
});

test('without anything of mine it names all parties that are waited for', () => {
  const step = nextStep({
    state: 'planning',
    openSteps: [
      { party: 'learner', step: 'approve_plan' },
      { party: 'home', step: 'approve_plan' },
    ],
    myParties: ['provider'],
    abilities: nothing,
  });
  expect(step).toEqual({ step: 'approve_plan', isMine: false, parties: ['learner', 'home'] });
});

test('a step of my party that my role may not take is somebody else’s', () => {
  const step = nextStep({
    state: 'completed',
    openSteps: [{ party: 'provider', step: 'assess' }],
    myParties: ['provider'],
    abilities: nothing,
  });
  expect(step?.isMine).toBe(false);
});

test('a learner in progress writes the journal while others confirm it', () => {
  const step = nextStep({
    state: 'active',
    openSteps: [{ party: 'provider', step: 'confirm_journal' }],
    myParties: ['learner'],
    abilities: { ...nothing, writeJournal: true },
  });
  expect(step).toMatchObject({ step: 'write_journal', isMine: true });
});

test('what is agreed waits for its first day, and what is over for nothing', () => {
  const facts = { openSteps: [], myParties: [], abilities: nothing };
  expect(nextStep({ ...facts, state: 'agreed' })?.step).toBe('wait_for_start');
  expect(nextStep({ ...facts, state: 'cancelled' })).toBeUndefined();
});
