import { expect, test } from 'vitest';
import { Value } from 'typebox/value';
import { TemplateContent } from '../agreements/template.ts';
import { gapPattern, unfilledOf } from '../agreements/unfilled.ts';
import { measureDefinitions } from '../commitments/measures.ts';
import { builtInTemplateKeys, builtInTemplates, findBuiltInTemplate } from './index.ts';

const all: { key: string; template: TemplateContent }[] = builtInTemplateKeys.map((key) => ({
  key,
  template: builtInTemplates[key],
}));

test('there are eleven templates, and a made-up key finds none', () => {
  expect(builtInTemplateKeys).toHaveLength(11);
  expect(findBuiltInTemplate('student_exchange')?.title.en).toBe('Student exchange agreement');
  expect(findBuiltInTemplate('toString')).toBeUndefined();
});

test.each(all)('$key is complete in both languages, promises something and fits its schema', ({ template }) => {
  expect(Value.Errors(TemplateContent, template)).toEqual([]);
  expect(template.clauses.some(({ kind }) => kind !== 'text')).toBe(true);
  for (const { title, text } of template.clauses)
    for (const language of ['en', 'zh-CN'])
      expect([title[language], text[language]].every((words) => words && words.length > 1)).toBe(true);
});

test.each(all)(
  '$key has the same gaps in both languages, and a field or a part of the promise for each',
  ({ template }) => {
    for (const clause of template.clauses) {
      const [en, zh] = ['en', 'zh-CN'].map((language) =>
        [...new Set([...(clause.text[language] ?? '').matchAll(gapPattern)].map(([, key]) => key))].toSorted(),
      );
      expect({ clause: clause.key, gaps: zh }).toEqual({ clause: clause.key, gaps: en });
      const fields = clause.fields.map(({ key }) => key);
      if (clause.kind === 'text') expect(en).toEqual(fields.toSorted());
    }
  },
);

test.each(all)(
  'the keys of the clauses of $key are different, and what is still to be filled is listed',
  ({ template }) => {
    const keys = template.clauses.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const unfilled = unfilledOf(template.clauses, 'en');
    expect(unfilled.some(({ part }) => part === 'commitment')).toBe(true);
    expect(unfilled.filter(({ part }) => part === 'text')).toEqual([]);
  },
);

test.each(all)('promises of $key are counted in the unit of their measure', ({ template }) => {
  for (const { commitment } of template.clauses)
    if (commitment?.measure) expect(commitment.unit).toBe(measureDefinitions[commitment.measure].unit);
});
