import { msg } from '@lingui/core/macro';

/** What a file brought. */
export const importKindNames = {
  organisations: msg`Organisations`,
  offers: msg`Offers`,
  people: msg`People`,
  agreements: msg`Agreements`,
};
