import { accountRoutes } from './account.ts';
import { agreementRoutes } from './agreements.ts';
import { applicationRoutes } from './applications.ts';
import { auditRoute } from './audit.ts';
import { evaluationRoute } from './evaluation.ts';
import { galleryRoutes } from './gallery.ts';
import { grantRoutes } from './grants.ts';
import { memberRoute, openRoute, rootRoute } from './layout.ts';
import { openOfferRoutes, ownOfferRoutes } from './offers.ts';
import { editOrganisationRoute, newOrganisationRoute, organisationRoute, organisationsRoute } from './organisations.ts';
import { outcomeRoutes } from './outcomes.ts';
import { participationRoutes } from './participations.ts';
import { ownPartnershipRoutes, partnershipRoute } from './partnerships.ts';
import { openRoundRoutes, ownRoundRoutes } from './rounds.ts';
import { settingsRoute } from './settings.ts';
import { openSharingRoutes, ownSharingRoutes } from './sharing.ts';
import { signInRoutes } from './sign-in.ts';
import { openSigningRoutes, signingRoute } from './signing.ts';
import { missingRoute, startRoute } from './start.ts';
import { messagesRoute, todayRoute } from './today.ts';

/** Every page of a network. Add yours to the list of its layout: `memberRoute` for members, `openRoute` for everybody. */
export const routeTree = rootRoute.addChildren([
  openRoute.addChildren([
    startRoute,
    organisationsRoute,
    organisationRoute,
    partnershipRoute,
    ...openOfferRoutes,
    ...openRoundRoutes,
    ...openSharingRoutes,
    ...openSigningRoutes,
    missingRoute,
    memberRoute.addChildren([
      ...accountRoutes,
      ...agreementRoutes,
      ...applicationRoutes,
      settingsRoute,
      ...ownOfferRoutes,
      ...ownRoundRoutes,
      newOrganisationRoute,
      editOrganisationRoute,
      todayRoute,
      messagesRoute,
      evaluationRoute,
      auditRoute,
      ...ownPartnershipRoutes,
      ...grantRoutes,
      ...participationRoutes,
      ...outcomeRoutes,
      signingRoute,
      ...ownSharingRoutes,
    ]),
  ]),
  ...signInRoutes,
  ...galleryRoutes,
]);
