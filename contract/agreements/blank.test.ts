import { expect, test } from 'vitest';
import { blankClause, blankTemplate } from './blank.ts';
import type { Clause } from './clause.ts';

const id = '0197c5a0-0000-7000-8000-000000000001';
const places: Clause = {
  key: 'places',
  kind: 'commitment',
  title: { en: 'Places' },
  text: { en: '{promiser} offers {quantity} places to {beneficiary} in {city}.' },
  fields: [{ key: 'city', type: 'text', label: { en: 'City' }, value: 'Ribeira' }],
  commitment: {
    measure: 'places_offered',
    promiser: id,
    beneficiary: 'all',
    quantity: 20,
    unit: 'places',
    periodStart: '2026-10-01',
    periodEnd: '2028-09-30',
    every: 'year',
    filters: { level: 'master', resourceId: id },
  },
};
const data: Clause = {
  key: 'learner-data',
  kind: 'access',
  title: { en: 'Data' },
  text: { en: 'For {purpose}.' },
  fields: [],
  access: {
    purpose: 'to supervise',
    fields: ['name'],
    from: id,
    to: 'all',
    about: 'participants',
    start: '2026-10-01',
    end: '2028-09-30',
  },
};

test('what belongs to these parties and days goes; how it is measured and for which purpose stays', () => {
  expect(blankClause(places)).toEqual({
    ...places,
    fields: [{ ...places.fields[0], value: null }],
    commitment: {
      measure: 'places_offered',
      beneficiary: 'all',
      quantity: 20,
      unit: 'places',
      every: 'year',
      filters: { level: 'master' },
    },
  });
  expect(blankClause(data).access).toEqual({
    purpose: 'to supervise',
    fields: ['name'],
    to: 'all',
    about: 'participants',
  });
});

test('a template has no days and no organisation of the agreement that it was made from', () => {
  const terms = {
    title: { en: 'Places at sea' },
    authenticLanguage: 'en',
    startsOn: '2026-10-01',
    endsOn: '2028-09-30',
    renewal: 'none' as const,
    renewalMonths: null,
    noticeDays: 90,
    accession: 'all_sign' as const,
    withdrawal: 'all_agree' as const,
  };
  const template = blankTemplate(terms, [places, data]);
  expect(template).toMatchObject({ title: terms.title, terms: { startsOn: null, endsOn: null, noticeDays: 90 } });
  expect('title' in template.terms).toBe(false);
  expect(JSON.stringify(template)).not.toContain(id);
});
