import type { ResourceListItem } from '@collegium/contract/sharing/resources';

type Placed = Pick<ResourceListItem, 'city' | 'country' | 'latitude' | 'longitude'>;

/** The places of resources by name, `Porto, PT`, in alphabetical order, each with where it is. */
export function placesOf(resources: readonly Placed[]): Map<string, { latitude: number; longitude: number }> {
  const places = new Map<string, { latitude: number; longitude: number }>();
  for (const { city, country, latitude, longitude } of resources) {
    const name = [city, country].filter(Boolean).join(', ');
    if (name !== '' && latitude !== null && longitude !== null && !places.has(name))
      places.set(name, { latitude, longitude });
  }
  return new Map([...places].toSorted(([a], [b]) => a.localeCompare(b)));
}
