import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { duplicateKeyAt } from './duplicate-key.ts';

const found = (text: string): number | undefined => duplicateKeyAt(text, JSON.parse(text));

test('a key that stands twice in one object is found, at its second place', () => {
  expect(found('{"a":1,"b":{"a":2},"a":3}')).toBe(19);
  expect(found('[{"x":{"y":[{"k":1,"l":2,"\\u006b":3}]}}]')).toBe(25);
  expect(found('{"__proto__":1,"__proto__":2}')).toBe(15);
});

test('sound JSON holds none, whatever stands in its strings', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(2), (value, space) => {
      expect(found(JSON.stringify(value, null, space))).toBeUndefined();
    }),
  );
  expect(found('{"a:\\"":":","b":["\\\\",":{"]}')).toBeUndefined();
});

test('any key said twice is found', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, which) => {
      const keys = Object.keys(object);
      const key = JSON.stringify(keys[which % keys.length]);
      const text = JSON.stringify(object);
      const twice = `{${key}:[],${text.slice(1)}`;
      expect(found(twice)).toBeGreaterThan(key.length);
      expect(twice.slice(found(twice)).startsWith(`${key}:`)).toBe(true);
    }),
  );
});
