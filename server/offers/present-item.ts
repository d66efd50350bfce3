import type { OfferListItem } from '@collegium/contract/offers/catalogue.ts';
import type { Actor } from '../platform/scope.ts';
import type { ListedOffer } from './catalogue-queries.ts';
import { failuresOf } from './present.ts';

/** A row of the catalogue as this actor reads it. */
export function presentOfferItem(actor: Actor, row: ListedOffer): OfferListItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    provider: { id: row.organisation_id, name: row.provider_name, shortMark: row.short_mark },
    title: row.title,
    fieldCode: row.field_code,
    level: row.level,
    languages: row.languages,
    mode: row.mode,
    city: row.city,
    country: row.country,
    term: row.term,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    places: row.places,
    placesTaken: row.places_taken,
    allocatedBy: row.allocated_by,
    audience: row.audience,
    applicationsOpenAt: row.applications_open_at?.toISOString() ?? null,
    applicationsCloseAt: row.applications_close_at?.toISOString() ?? null,
    creditsEcts: row.credits_ects,
    hours: row.hours,
    isPaid: row.is_paid,
    isTuitionWaived: row.is_tuition_waived,
    asks: row.asks,
    eligibilityFailures: failuresOf(actor, row.eligibility ?? [], row.learner),
    round: row.round,
    version: row.version,
  };
}
