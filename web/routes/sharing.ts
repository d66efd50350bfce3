import { createRoute } from '@tanstack/react-router';
import { readBookingSearch, readCalendarSearch, readResourceSearch } from '../sharing/search.ts';
import { memberRoute, openRoute } from './layout.ts';
import { page } from './page.ts';

const resourcesRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/resources',
  validateSearch: readResourceSearch,
  component: page('sharing', () => import('../sharing/catalogue/ResourcesPage.tsx'), 'ResourcesPage'),
});

const resourceRoute = createRoute({
  getParentRoute: () => openRoute,
  path: '/resources/$resourceId',
  component: page('sharing', () => import('../sharing/resource/ResourcePage.tsx'), 'ResourcePage'),
});

const newResourceRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/resources/new',
  component: page('sharing', () => import('../sharing/manage/ResourceFormPage.tsx'), 'NewResourcePage'),
});

const editResourceRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/resources/$resourceId/edit',
  component: page('sharing', () => import('../sharing/manage/ResourceFormPage.tsx'), 'EditResourcePage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/calendar',
  validateSearch: readCalendarSearch,
  component: page('sharing', () => import('../sharing/calendar/CalendarPage.tsx'), 'CalendarPage'),
});

const findTimeRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/calendar/find',
  component: page('sharing', () => import('../sharing/find/FindTimePage.tsx'), 'FindTimePage'),
});

const bookingsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/bookings',
  validateSearch: readBookingSearch,
  component: page('sharing', () => import('../sharing/own/BookingsPage.tsx'), 'BookingsPage'),
});

const bookingRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/bookings/$bookingId',
  component: page('sharing', () => import('../sharing/booking/BookingPage.tsx'), 'BookingPage'),
});

const useRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/use',
  component: page('sharing', () => import('../sharing/report/UsePage.tsx'), 'UsePage'),
});

const passportsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/passports',
  component: page('sharing', () => import('../sharing/passports/PassportsPage.tsx'), 'PassportsPage'),
});

const calendarsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/calendars',
  component: page('sharing', () => import('../sharing/feeds/CalendarsPage.tsx'), 'CalendarsPage'),
});

/** What is shared, which anybody may read; bookings and what owners do, for members. */
export const openSharingRoutes = [resourcesRoute, resourceRoute] as const;
export const ownSharingRoutes = [
  newResourceRoute,
  editResourceRoute,
  calendarRoute,
  findTimeRoute,
  bookingsRoute,
  bookingRoute,
  useRoute,
  passportsRoute,
  calendarsRoute,
] as const;
