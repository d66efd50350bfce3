import { ewpRoutes } from './adapters/ewp/routes.ts';
import { allocationRoutes } from './allocation/routes.ts';
import { agreementRoutes } from './agreements/routes.ts';
import { signingRoutes } from './agreements/signing/routes.ts';
import { applicationRoutes } from './applications/routes.ts';
import { commitmentRoutes } from './commitments/routes.ts';
import { conversationRoutes } from './conversation/routes.ts';
import { evaluationRoutes } from './evaluation/routes.ts';
import { grantRoutes } from './grants/routes.ts';
import { offerRoutes } from './offers/routes.ts';
import { savedSearchRoutes } from './offers/saved-search-routes.ts';
import { importRoutes } from './imports/routes.ts';
import { mergerRoutes } from './mergers/routes.ts';
import { organisationRoutes } from './organisations/routes.ts';
import { outcomeRoutes } from './outcomes/routes.ts';
import { participationRoutes } from './participation/routes.ts';
import { partnershipRoutes } from './partnerships/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { accountRoutes } from './platform/auth/account-routes.ts';
import { auditRoutes } from './platform/audit/routes.ts';
import { fileRoutes } from './platform/files/routes.ts';
import { sealRoutes } from './platform/seal/routes.ts';
import { settingRoutes } from './settings/routes.ts';
import { calendarRoutes } from './sharing/icalendar/routes.ts';
import { sharingRoutes } from './sharing/routes.ts';
import type { Route } from './platform/http/route.ts';

/** Every route of a network's interface, capability by capability. */
export const allRoutes: readonly Route[] = [
  ...accountRoutes,
  ...agreementRoutes,
  ...allocationRoutes,
  ...applicationRoutes,
  ...auditRoutes,
  ...commitmentRoutes,
  ...conversationRoutes,
  ...evaluationRoutes,
  ...ewpRoutes,
  ...fileRoutes,
  ...grantRoutes,
  ...importRoutes,
  ...offerRoutes,
  ...mergerRoutes,
  ...organisationRoutes,
  ...outcomeRoutes,
  ...participationRoutes,
  ...partnershipRoutes,
  ...peopleRoutes,
  ...sealRoutes,
  ...calendarRoutes,
  ...signingRoutes,
  ...savedSearchRoutes,
  ...settingRoutes,
  ...sharingRoutes,
];
