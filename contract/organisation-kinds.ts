/** The nine kinds of organisation. */
export const organisationKinds = [
  'university',
  'school',
  'vocational_school',
  'research_institute',
  'company',
  'public_body',
  'ngo',
  'international_organisation',
  'community_organisation',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
