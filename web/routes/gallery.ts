import { createRoute } from '@tanstack/react-router';
import { rootRoute } from './layout.ts';
import { page } from './page.ts';

/** All shared parts on one page, to look at while working on them. Exists in development only. */
export const galleryRoutes = import.meta.env.DEV
  ? [
      createRoute({
        getParentRoute: () => rootRoute,
        path: '/_gallery',
        component: page('ui', () => import('../ui/gallery/GalleryPage.tsx'), 'GalleryPage'),
      }),
    ]
  : [];
