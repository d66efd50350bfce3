import type { ResourcePlaces } from '@collegium/contract/sharing/resources';

/** Places by name, `Porto, PT`, in the reader's alphabetical order, each with where it is. */
export function placesOf(listed: ResourcePlaces['items']): Map<string, { latitude: number; longitude: number }> {
  const places = new Map<string, { latitude: number; longitude: number }>();
  for (const { city, country, ...where } of listed) places.set([city, country].filter(Boolean).join(', '), where);
  return new Map([...places].toSorted(([a], [b]) => a.localeCompare(b)));
}
