import { expect, test } from 'vitest';
import { placesOf } from './places.ts';

test('places are named by city and country, in order', () => {
  const porto = { city: 'Porto', country: 'PT', latitude: 41.15, longitude: -8.61 };
  const esbjerg = { city: 'Esbjerg', country: null, latitude: 55.47, longitude: 8.45 };
  expect([...placesOf([porto, esbjerg])]).toEqual([
    ['Esbjerg', { latitude: 55.47, longitude: 8.45 }],
    ['Porto, PT', { latitude: 41.15, longitude: -8.61 }],
  ]);
});
