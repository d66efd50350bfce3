import type { Fixtures } from './fixture.ts';

/** What anybody may keep to check the record of changes with. */
export const sealFixtures: Fixtures = {
  'GET /seal': () => ({ url: '/seal' }),
};
