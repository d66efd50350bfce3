import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.ts';

/** The pages of one network. */
export function Pages() {
  return <RouterProvider router={router} />;
}
