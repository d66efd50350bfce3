import type { PartyView } from '@collegium/contract/agreements/views';
import { expect, test } from 'vitest';
import { partiesOf, predecessorsOf } from './parties.ts';

const party = (organisationId: string, changes: Partial<PartyView> = {}): PartyView => ({
  organisationId,
  name: organisationId,
  shortMark: organisationId,
  role: 'party',
  joinedOn: '2026-01-01',
  leftOn: null,
  mergedInto: null,
  responsible: null,
  chain: ['head'],
  reviewers: [],
  decisions: [],
  ...changes,
});
const namesOf = (parties: readonly PartyView[]) => parties.map(({ name }) => name);
const ids = { id: 'new', name: 'new' };

test('a successor of after the end is no party: the one that was bound stays, and says what became of it', () => {
  const parties = [
    party('old', { mergedInto: ids }),
    party('other'),
    party('new', { joinedOn: null, leftOn: '2027-05-01' }),
  ];
  const { current, earlier } = partiesOf({ state: 'expired', endedAt: '2027-01-01T00:00:00.000Z', parties });
  expect(namesOf(current)).toEqual(['old', 'other']);
  expect(earlier).toEqual([]);
  expect(namesOf(predecessorsOf(parties[2] as PartyView, parties))).toEqual(['old']);
});

test('an agreement that ended because its parties became one shows both, as they were that day', () => {
  const parties = [party('old', { leftOn: '2027-01-01', mergedInto: ids }), party('new')];
  const ended = { state: 'terminated', endedAt: '2027-01-01T09:00:00.000Z', parties } as const;
  expect(namesOf(partiesOf(ended).current)).toEqual(['old', 'new']);
});

test('while it goes on, who left or was merged is an earlier party, and who was never bound is none', () => {
  const parties = [
    party('old', { leftOn: '2026-06-01', mergedInto: ids }),
    party('new', { joinedOn: '2026-06-01' }),
    party('asked', { joinedOn: null, leftOn: '2026-06-01' }),
  ];
  const { current, earlier } = partiesOf({ state: 'in_force', endedAt: null, parties });
  expect(namesOf(current)).toEqual(['new']);
  expect(namesOf(earlier)).toEqual(['old']);
});
