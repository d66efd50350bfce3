import { expect, test } from 'vitest';
import type { Clause } from './clause.ts';
import { readClause } from './read-clause.ts';

const [north, ribeira] = ['01a20000-0000-7000-8000-00000000000a', '01a20000-0000-7000-8000-00000000000b'];
const names: Record<string, string> = { [north]: 'Northwater', [ribeira]: 'Ribeira' };
const reading = (language: string) => ({ language, nameOf: (id: string) => names[id] ?? id });
const places: Clause = {
  key: 'places',
  kind: 'commitment',
  title: { en: 'Places', 'zh-CN': '名额' },
  text: {
    en: '{promiser} offers {quantity} places to {beneficiary} until {periodEnd}.\n\nAsk {contact}.',
    'zh-CN': '{promiser} 向 {beneficiary} 提供 {quantity} 个名额。',
  },
  fields: [{ key: 'contact', type: 'text', label: { en: 'Contact', 'zh-CN': '联系人' }, value: null }],
  commitment: { promiser: north, beneficiary: 'all', quantity: 1_200, unit: 'places' },
};

test('gaps are filled with what was promised, and an empty one shows its label', () => {
  expect(readClause(places, reading('en')).paragraphs).toEqual([
    'Northwater offers 1,200 places to the other parties until [last day].',
    'Ask [Contact].',
  ]);
  expect(readClause(places, reading('zh-CN'))).toMatchObject({
    title: '名额',
    paragraphs: ['Northwater 向 其他各方 提供 1,200 个名额。'],
  });
});

test('days, money and data are written in the language of the reader', () => {
  const money: Clause = {
    ...places,
    text: { en: '{quantity} by {periodEnd} for {beneficiary}' },
    commitment: { quantity: 500_050, unit: 'money', currency: 'EUR', periodEnd: '2027-08-31', beneficiary: ribeira },
  };
  expect(readClause(money, reading('en')).paragraphs).toEqual(['€5,000.50 by 31 August 2027 for Ribeira']);
  const opened: Clause = {
    ...places,
    kind: 'access',
    text: { en: '{fields}' },
    access: { fields: ['name', 'grades'] },
  };
  expect(readClause(opened, reading('en')).paragraphs).toEqual(['name and grades']);
});
