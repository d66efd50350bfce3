import type { AppliedOffer } from '@collegium/contract/applications';
import { expect, test } from 'vitest';
import { isChanged, takeStep, type WishDraft, type WishStep } from './wish-draft.ts';

const offer = (id: string): AppliedOffer => ({
  id,
  kind: 'course',
  state: 'published',
  title: { en: id },
  provider: { id: 'p', name: 'Vantera', shortMark: 'VA' },
  city: null,
  country: null,
  startsOn: null,
  endsOn: null,
});
const [a, b, c] = [offer('a'), offer('b'), offer('c')];
const empty: WishDraft = { wishes: [], past: [], version: 0, saved: [] };
const after = (...steps: WishStep[]) => steps.reduce(takeStep, empty);
const idsOf = ({ wishes }: WishDraft) => wishes.map(({ id }) => id).join('');

test('a wish is added at the end, once', () => {
  const draft = after({ type: 'add', offer: a }, { type: 'add', offer: b }, { type: 'add', offer: a });
  expect(idsOf(draft)).toBe('ab');
  expect(draft.past).toHaveLength(2);
});

test('every step can be taken back, in turn', () => {
  const draft = after(
    { type: 'load', wishes: [a, b, c], version: 3 },
    { type: 'order', wishes: [c, a, b] },
    { type: 'remove', id: 'a' },
  );
  expect(idsOf(draft)).toBe('cb');
  const once = takeStep(draft, { type: 'undo' });
  expect(idsOf(once)).toBe('cab');
  const twice = takeStep(once, { type: 'undo' });
  expect(idsOf(twice)).toBe('abc');
  expect(takeStep(twice, { type: 'undo' })).toBe(twice);
});

test('it is changed as long as it differs from what stands on the server, order included', () => {
  const loaded = after({ type: 'load', wishes: [a, b], version: 1 });
  expect(isChanged(loaded)).toBe(false);
  const turned = takeStep(loaded, { type: 'order', wishes: [b, a] });
  expect(isChanged(turned)).toBe(true);
  expect(isChanged(takeStep(turned, { type: 'undo' }))).toBe(false);
  expect(isChanged(takeStep(loaded, { type: 'remove', id: 'b' }))).toBe(true);
});

test('a list that was loaded starts anew', () => {
  const draft = after({ type: 'add', offer: a }, { type: 'load', wishes: [b], version: 7 });
  expect(draft).toEqual({ wishes: [b], past: [], version: 7, saved: ['b'] });
});
