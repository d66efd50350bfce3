import { msg } from '@lingui/core/macro';

/** What changes are about, in the order of the pipeline. */
export const nouns = [
  'offer',
  'application',
  'round',
  'participation',
  'outcome',
  'organisation',
  'membership',
  'partnership',
  'setting',
  'import',
] as const;
export type Noun = (typeof nouns)[number];

export const nounNames = {
  offer: msg`Offers`,
  application: msg`Applications`,
  round: msg`Rounds`,
  participation: msg`Placements`,
  outcome: msg`Outcomes`,
  organisation: msg`Organisations`,
  membership: msg`Memberships`,
  partnership: msg`Partnerships`,
  setting: msg`Rules of the network`,
  import: msg`Imports`,
};
