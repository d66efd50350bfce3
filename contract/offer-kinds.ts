/** The kinds of offer that exist now; what each adds to the common fields stands in `kinds/`. */
export const offerKinds = ['internship', 'course', 'exchange_place', 'resource_time'] as const;
export type OfferKind = (typeof offerKinds)[number];
