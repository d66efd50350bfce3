import { canonicalJson } from '@collegium/matching';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalEvent, type SealableEvent } from './event-leaf.ts';

const id = fc.uuid();
const maybe = fc.option(id, { nil: null });
const text = fc.string({ unit: 'grapheme' });
const event: fc.Arbitrary<SealableEvent> = fc.record({
  id,
  at_us: fc.integer({ min: 0, max: 4_000_000_000_000_000 }),
  account_id: maybe,
  person_id: maybe,
  membership_id: maybe,
  organisation_id: maybe,
  action: text,
  object_type: text,
  object_id: id,
  reason: fc.option(text, { nil: null }),
  details: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.array(text))),
  request_id: fc.option(text, { nil: null }),
});

test('the text of an event is the canonical JSON of its members', () => {
  fc.assert(
    fc.property(event, (one) => {
      const written = canonicalEvent(one);
      expect(canonicalJson(JSON.parse(written))).toBe(written);
    }),
  );
});

test('an instant keeps its microseconds', () => {
  const at_us = Date.UTC(2026, 9, 13, 9) * 1_000 + 1;
  const [one] = fc.sample(event, 1);
  expect(canonicalEvent({ ...(one as SealableEvent), at_us })).toContain('"at":"2026-10-13T09:00:00.000001Z"');
});
