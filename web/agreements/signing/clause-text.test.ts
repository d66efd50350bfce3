import { expect, test } from 'vitest';
import { paragraphsOf, type Writer } from './clause-text.ts';

const writer: Writer = {
  number: (value) => value.toLocaleString('en'),
  date: (day) => `the day ${day}`,
  nameOf: (id) => (id === '1' ? 'Kade' : id),
};
const fields = [
  { key: 'places', type: 'number' as const, label: { en: 'Places' }, value: 1200 },
  { key: 'day', type: 'date' as const, label: { en: 'Day' }, value: '2026-09-01' },
  { key: 'host', type: 'organisation' as const, label: { en: 'Host' }, value: '1' },
  { key: 'open', type: 'text' as const, label: { en: 'Open' }, value: null },
];

test('gaps are filled by their type, and what is not filled in is seen', () => {
  expect(paragraphsOf({ fields }, '{host} offers {places} from {day}, {open}, {other}.', writer)).toEqual([
    'Kade offers 1,200 from the day 2026-09-01, …, {other}.',
  ]);
});

test('an empty line parts paragraphs', () => {
  expect(paragraphsOf({ fields }, 'One.\n\nTwo\nlines.\n \n', writer)).toEqual(['One.', 'Two\nlines.']);
});
