import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFaultAt } from './json-fault.ts';
import { locate, placeAt } from './locate.ts';

describe('the place at which text stops being JSON', () => {
  it.each([
    ['{"a": [}', 7],
    ['{"a" 1}', 5],
    ['[1, 2,]', 6],
    ['[1 2]', 3],
    ['{a: 1}', 1],
    ['[01]', 1],
    ['[tru]', 1],
    ['[1]]', 3],
    ["{'a': 1}", 1],
  ])('in %s is %i', (text, offset) => {
    expect(jsonFaultAt(text)).toBe(offset);
  });

  it('is the end of any sound list or object that was cut off', () => {
    const sound = fc.oneof(
      fc.array(fc.jsonValue(), { minLength: 1 }),
      fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
    );
    fc.assert(
      fc.property(sound, fc.nat(), (value, seed) => {
        const text = JSON.stringify(value, null, 1);
        const cut = text.slice(0, 1 + (seed % (text.length - 1)));
        expect(jsonFaultAt(cut)).toBe(cut.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the place of a path', () => {
  it('is where its value begins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }),
        fc.nat(3),
        fc.constantFrom(0, 1, 2),
        (list, i, indent) => {
          const text = JSON.stringify({ before: { list: 'x"]}' }, list }, null, indent);
          const index = i % list.length;
          const { line, column } = locate(text, `list[${index}]`);
          const from =
            text
              .split('\n')
              .slice(0, line - 1)
              .join('\n').length +
            (line > 1 ? 1 : 0) +
            column -
            1;
          expect(text.slice(from).startsWith(JSON.stringify(list[index], null, indent).slice(0, 1))).toBe(true);
          expect(placeAt(text, from)).toEqual({ line, column });
        },
      ),
    );
  });

  it('goes through quoted keys and stops where the path does', () => {
    const text = '{"scores": {"a\\"]": 1,\n "b": 2}}';
    expect(locate(text, 'scores["a\\"]"]')).toEqual({ line: 1, column: 21 });
    expect(locate(text, 'scores["b"]')).toEqual({ line: 2, column: 7 });
    expect(locate(text, 'scores.absent')).toEqual({ line: 1, column: 12 });
  });
});
