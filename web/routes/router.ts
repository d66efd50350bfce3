import { createRouter } from '@tanstack/react-router';
import { networkSlug } from '../api/network.ts';
import { PageFailed } from '../shell/PageFailed.tsx';
import { PageLoading } from '../shell/PageLoading.tsx';
import { PageMissing } from '../shell/PageMissing.tsx';
import { routeTree } from './tree.ts';

/** The pages of the network that the address names. Pages are fetched when a link to them is pointed at. */
export const router = createRouter({
  routeTree,
  basepath: `/${networkSlug()}`,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageMissing,
  defaultPendingComponent: PageLoading,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

/** Fetches the code and texts of the page that the address names, while it is still being found out who is signed in. */
export function preloadCurrentPage(): void {
  const [routes] = router.getMatchedRoutes(router.latestLocation.pathname);
  for (const route of routes) router.loadRouteChunk(route)?.catch(() => undefined);
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
