import { createRoute } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { todayQuery } from '../api/today.ts';
import { memberRoute } from './layout.ts';
import { page } from './page.ts';

export const todayRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/today',
  loader: () => void queryClient.prefetchQuery(todayQuery),
  component: page('today', () => import('../today/TodayPage.tsx'), 'TodayPage'),
});

export const messagesRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/messages',
  component: page('messages', () => import('../messages/MessagesPage.tsx'), 'MessagesPage'),
});
