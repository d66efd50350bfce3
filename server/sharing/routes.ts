import type { Route } from '../platform/http/route.ts';
import { bookingRoutes } from './booking-routes.ts';
import { idleRoutes } from './idle-routes.ts';
import { passportRoutes } from './passport-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { resourceRoutes } from './resource-routes.ts';
import { seriesRoutes } from './series-routes.ts';

export const sharingRoutes: readonly Route[] = [
  ...resourceRoutes,
  ...seriesRoutes,
  ...bookingRoutes,
  ...passportRoutes,
  ...reportRoutes,
  ...idleRoutes,
];
