import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export const settingsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/settings',
  component: page('settings', () => import('../settings/SettingsPage.tsx'), 'SettingsPage'),
});
