import { Type, type Static } from 'typebox';
import { CourseDetails } from './kinds/course.ts';
import { ExchangePlaceDetails } from './kinds/exchange-place.ts';
import { InternshipDetails } from './kinds/internship.ts';
import { ResourceTimeDetails } from './kinds/resource-time.ts';

export { offerKinds, type OfferKind } from './offer-kinds.ts';

/** The fields that the kind of an offer adds; `kind` in it equals the kind of the offer. */
export const OfferDetails = Type.Union([InternshipDetails, CourseDetails, ExchangePlaceDetails, ResourceTimeDetails]);
export type OfferDetails = Static<typeof OfferDetails>;
