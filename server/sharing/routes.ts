import type { Route } from '../platform/http/route.ts';
import { bookingRoutes } from './booking/booking-routes.ts';
import { idleRoutes } from './idle/idle-routes.ts';
import { passportRoutes } from './passports/passport-routes.ts';
import { reportRoutes } from './reports/report-routes.ts';
import { resourceRoutes } from './resources/resource-routes.ts';
import { seriesRoutes } from './series/series-routes.ts';

export const sharingRoutes: readonly Route[] = [
  ...resourceRoutes,
  ...seriesRoutes,
  ...bookingRoutes,
  ...passportRoutes,
  ...reportRoutes,
  ...idleRoutes,
];
