import type { OfferInput } from '@collegium/contract/offers.ts';
import { sql, type RawBuilder } from 'kysely';
import { jsonb } from '../platform/database/database.ts';
import { searchWords } from '../platform/search/words.ts';
import type { CheckedOffer } from './check-offer.ts';
import { overAt } from './over-at.ts';

/** What an offer's input becomes in its table, but for its search text. */
export function columnsOf(input: OfferInput, checked: CheckedOffer) {
  return {
    kind: input.kind,
    unit_id: input.unitId ?? null,
    title: jsonb(input.title),
    description: jsonb(input.description ?? {}),
    field_code: input.fieldCode ?? null,
    skills: input.skills ?? [],
    level: input.level ?? null,
    languages: input.languages ?? [],
    mode: input.mode ?? 'on_site',
    city: input.city ?? null,
    country: input.country ?? null,
    time_zone: checked.timeZone,
    term: input.term ?? null,
    starts_on: input.startsOn ?? null,
    ends_on: input.endsOn ?? null,
    places: input.places,
    allocated_by: input.allocatedBy,
    audience: input.audience ?? 'network',
    agreement_id: input.agreementId ?? null,
    applications_open_at: instant(input.applicationsOpenAt),
    applications_close_at: instant(input.applicationsCloseAt),
    asks_statement: input.asksStatement ?? false,
    over_at: overAt(input, checked),
    eligibility: jsonb(checked.eligibility),
    credits_ects: input.creditsEcts ?? null,
    hours: input.hours ?? null,
    details: jsonb(checked.details),
  };
}

/** The offer's own words; those of its provider follow on a line of their own, so that they can be exchanged. */
export function ownWords(input: Pick<OfferInput, 'title' | 'description' | 'skills' | 'city'>): string {
  return searchWords(
    ...Object.values(input.title),
    ...(input.skills ?? []),
    input.city,
    ...Object.values(input.description ?? {}),
  );
}

/** `search_text` from the offer's own words and those of its provider, in SQL. */
export function searchTextOf(own: string, ofProvider: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`${own}::text || E'\\n' || coalesce(${ofProvider}, '')`;
}

function instant(value: string | null | undefined): Date | null {
  return value ? new Date(value) : null;
}
