/** What sort of partnership it is. */
export const partnershipModels = [
  'bilateral',
  'consortium',
  'community',
  'digital',
  'industry_university_research',
] as const;
export type PartnershipModel = (typeof partnershipModels)[number];

/** What an organisation is in a partnership. */
export const memberRoles = ['lead', 'partner', 'associated', 'funder', 'observer'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** What a partnership may show to everybody; each is chosen by itself. */
export const publicFields = ['purpose', 'goals', 'members', 'offers', 'agreements', 'contacts'] as const;
export type PublicField = (typeof publicFields)[number];
