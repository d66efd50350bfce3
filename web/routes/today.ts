import { createRoute } from '@tanstack/react-router';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export const todayRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/today',
  component: page('today', () => import('../today/TodayPage.tsx'), 'TodayPage'),
});

export const messagesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/messages',
  component: page('messages', () => import('../messages/MessagesPage.tsx'), 'MessagesPage'),
});
