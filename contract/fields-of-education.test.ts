import { expect, test } from 'vitest';
import { fieldName, fieldsOfEducation } from './fields-of-education.ts';

test('the standard has eleven broad fields, and every other field stands in one', () => {
  const codes = new Set(fieldsOfEducation.map(([code]) => code));
  expect(codes.size).toBe(fieldsOfEducation.length);
  expect(fieldsOfEducation.filter(([code]) => code.length === 2)).toHaveLength(11);
  expect(fieldsOfEducation.filter(([code]) => code.length === 3)).toHaveLength(29);
  for (const code of codes) {
    if (code.length === 3) expect(codes).toContain(code.slice(0, 2));
    if (code.length === 4 && !code.endsWith('88')) expect(codes).toContain(code.slice(0, 3));
  }
});

test('fields follow one another by code, each broad field before what is in it', () => {
  expect(fieldsOfEducation.slice(7, 11).map(([code]) => code)).toEqual(['01', '011', '0111', '0112']);
});

test('a field is named in the reader’s language', () => {
  expect(fieldName('0713', 'en')).toBe('Electricity and energy');
  expect(fieldName('0713', 'zh-CN')).toBe('电力与能源');
});

test('a code that the standard leaves open has the name of the field around it', () => {
  expect(fieldName('0719', 'en')).toBe('Engineering and engineering trades');
  expect(fieldName('0700', 'en')).toBe('Engineering, manufacturing and construction');
  expect(fieldName('9999', 'en')).toBe('9999');
});
