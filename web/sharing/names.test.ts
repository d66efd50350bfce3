import { expect, test } from 'vitest';
import { sharedAsName } from './names.ts';

test('a collection lends copies and an online resource has licence seats; instruments are items', () => {
  const words = (...args: Parameters<typeof sharedAsName>) => sharedAsName(...args).message;
  expect([words('collection', 'items'), words('collection', 'whole')]).toEqual(['Copies', 'A single copy']);
  expect([words('online_resource', 'seats'), words('online_resource', 'items')]).toEqual(['Licence seats', 'Licences']);
  expect([words('equipment', 'items'), words('room', 'seats')]).toEqual(['Identical items', 'Seats']);
});
