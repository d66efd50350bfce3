import { describe, expect, it } from 'vitest';
import { REASON_CODES, type Reason } from './reasons.ts';
import { sentenceFor } from './sentence.ts';

const numbers = { position: 14, applicants: 40, score: 61.5, places: 12, lastPosition: 12, lastScore: 70 };
const rest = {
  offer: 'lab',
  note: 'agreed',
  held: ['clinic'],
  reserves: [{ group: 'grant', places: 3 }],
  group: 'staff',
  ceiling: 2,
  organisation: 'org1',
  cap: 5,
  minimum: 4,
  with: ['ben'],
};

describe('a reason in words', () => {
  it.each(REASON_CODES)('says %s in one or two full sentences, without a hole', (code) => {
    const sentence = sentenceFor({ code, ...numbers, ...rest } as unknown as Reason);
    expect(sentence).toMatch(/^[A-Z][^{}]+\.$/);
    expect(sentence).not.toMatch(/undefined|null|\[object/);
  });

  it('gives the numbers that decided', () => {
    expect(sentenceFor({ code: 'outranked', ...numbers })).toBe(
      'You were number 14 of 40 with 61.5 points; there were 12 places and the last one placed was number 12 with 70 points.',
    );
    expect(sentenceFor({ code: 'reserved', ...numbers, reserves: [{ group: 'grant', places: 3 }] })).toContain(
      '3 places were reserved for grant',
    );
  });
});
