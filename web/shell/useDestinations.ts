import type { Role } from '@collegium/contract/roles';
import { useRouter } from '@tanstack/react-router';
import { destinationsOf, visitorDestinations, type Destination, type DestinationGroup } from './destinations.ts';

/** The navigation of a role, with only the places that have a page. */
export function useDestinations(role: Role): DestinationGroup[] {
  const hasPage = useHasPage();
  return destinationsOf(role)
    .map((group) => ({ ...group, destinations: group.destinations.filter(hasPage) }))
    .filter((group) => group.destinations.length > 0);
}

/** The visitor's navigation, with only the places that have a page. */
export function useVisitorDestinations(): Destination[] {
  return visitorDestinations.filter(useHasPage());
}

function useHasPage(): (destination: Destination) => boolean {
  const { routesByPath } = useRouter();
  const paths = new Set<string>(Object.keys(routesByPath));
  return ({ path }) => paths.has(path);
}
