import type { TSchema } from 'typebox';
import { CourseDetails } from '../kinds/course.ts';
import { ExchangePlaceDetails } from '../kinds/exchange-place.ts';
import { InternshipDetails } from '../kinds/internship.ts';
import { ResourceTimeDetails } from '../kinds/resource-time.ts';
import type { OfferKind } from '../kinds.ts';

/** The schema of what each kind adds, by the kind. */
export const kindDetails: Record<OfferKind, TSchema> = {
  internship: InternshipDetails,
  course: CourseDetails,
  exchange_place: ExchangePlaceDetails,
  resource_time: ResourceTimeDetails,
};
