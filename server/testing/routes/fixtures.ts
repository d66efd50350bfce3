import { agreementFixtures } from './agreement-fixtures.ts';
import { applicationFixtures } from './application-fixtures.ts';
import { calendarFixtures } from './calendar-fixtures.ts';
import { commitmentFixtures } from './commitment-fixtures.ts';
import { exchangeFixtures } from './exchange-fixtures.ts';
import type { Fixtures } from './fixture.ts';
import { offerFixtures } from './offer-fixtures.ts';
import { ownFixtures } from './own-fixtures.ts';
import { partnershipFixtures } from './partnership-fixtures.ts';
import { peopleFixtures } from './people-fixtures.ts';
import { placementFixtures } from './placement-fixtures.ts';
import { roundFixtures } from './round-fixtures.ts';
import { sealFixtures } from './seal-fixtures.ts';
import { sharingFixtures } from './sharing-fixtures.ts';
import { signingFixtures } from './signing-fixtures.ts';

/** How to ask every route of a network's interface; a route without an entry fails the test that walks them. */
export const allFixtures: Fixtures = {
  ...agreementFixtures,
  ...applicationFixtures,
  ...commitmentFixtures,
  ...calendarFixtures,
  ...exchangeFixtures,
  ...offerFixtures,
  ...ownFixtures,
  ...partnershipFixtures,
  ...peopleFixtures,
  ...placementFixtures,
  ...roundFixtures,
  ...sealFixtures,
  ...signingFixtures,
  ...sharingFixtures,
};
