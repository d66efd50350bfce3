import { expect, test } from 'vitest';
import { placesOf } from './places.ts';

test('each place stands once, in order; what has no place on the map is left out', () => {
  const porto = { city: 'Porto', country: 'PT', latitude: 41.15, longitude: -8.61 };
  const nowhere = { city: 'Rotterdam', country: 'NL', latitude: null, longitude: null };
  const esbjerg = { city: 'Esbjerg', country: 'DK', latitude: 55.47, longitude: 8.45 };
  const places = placesOf([porto, nowhere, esbjerg, { ...porto, latitude: 41.2 }]);
  expect([...places]).toEqual([
    ['Esbjerg, DK', { latitude: 55.47, longitude: 8.45 }],
    ['Porto, PT', { latitude: 41.15, longitude: -8.61 }],
  ]);
});
