import { Type, type Static } from 'typebox';
import { CourseDetails } from './kinds/course.ts';
import { ExchangePlaceDetails } from './kinds/exchange-place.ts';
import { InternshipDetails } from './kinds/internship.ts';

/** The kinds of offer that exist now; each adds its own fields by a schema in `kinds/`. */
export const offerKinds = ['internship', 'course', 'exchange_place'] as const;
export type OfferKind = (typeof offerKinds)[number];

/** The fields that the kind of an offer adds; `kind` in it equals the kind of the offer. */
export const OfferDetails = Type.Union([InternshipDetails, CourseDetails, ExchangePlaceDetails]);
export type OfferDetails = Static<typeof OfferDetails>;
