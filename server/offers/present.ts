import { eligibilityFailures, type EligibilityFailure, type EligibilityRule } from '@collegium/contract/eligibility.ts';
import type { LearnerFacts } from '@collegium/contract/eligibility.ts';
import type { OfferView } from '@collegium/contract/offers.ts';
import type { Actor } from '../platform/scope.ts';
import { canChangeOffersOf } from './policy.ts';
import type { OfferRow } from './queries.ts';

/** A row of `learner_profile`, as it comes inside an offer's row. */
export interface LearnerRow {
  level: LearnerFacts['level'];
  field_code: string | null;
  grade_average: number | null;
  grade_average_maximum: number | null;
  terms_completed: number | null;
  language_results: LearnerFacts['languageResults'];
}

/** An offer as this actor reads it at this time, with what they may do next. */
export function presentOffer(actor: Actor, row: OfferRow, now: Date): OfferView {
  const failures = failuresOf(actor, row.eligibility, row.learner);
  const isOwn = canChangeOffersOf(actor, row.organisation_id);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    provider: { id: row.organisation_id, name: row.provider_name, shortMark: row.short_mark },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    title: row.title,
    description: row.description,
    fieldCode: row.field_code,
    skills: row.skills,
    level: row.level,
    languages: row.languages,
    mode: row.mode,
    city: row.city,
    country: row.country,
    timeZone: row.time_zone,
    term: row.term,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    places: row.places,
    placesTaken: row.places_taken,
    waiting: row.queue_length,
    allocatedBy: row.allocated_by,
    audience: row.audience,
    agreementId: row.agreement_id,
    applicationsOpenAt: row.applications_open_at?.toISOString() ?? null,
    applicationsCloseAt: row.applications_close_at?.toISOString() ?? null,
    eligibility: row.eligibility,
    eligibilityFailures: failures,
    asksStatement: row.asks_statement,
    creditsEcts: row.credits_ects,
    hours: row.hours,
    details: row.details,
    sessions: row.sessions,
    attachments: row.attachments,
    round: row.round,
    application: row.application ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawalReason: row.withdrawal_reason,
    version: row.version,
    abilities: {
      change: isOwn && row.state !== 'withdrawn',
      publish: isOwn && row.state === 'draft',
      withdraw: isOwn && row.state === 'published',
      discard: isOwn && row.state === 'draft',
      apply: actor.role === 'learner' && failures.length === 0 && takesApplications(row, now),
    },
  };
}

/** The rules that a learner fails; nobody else has any. */
export function failuresOf(
  actor: Actor,
  rules: readonly EligibilityRule[],
  learner: LearnerRow | null | undefined,
): EligibilityFailure[] {
  if (actor.role !== 'learner' || rules.length === 0) return [];
  return eligibilityFailures(rules, factsOf(actor.organisationId, learner));
}

/** What is known of a learner; without a profile, only the home organisation. */
export function factsOf(organisationId: string, learner: LearnerRow | null | undefined): LearnerFacts {
  return {
    level: learner?.level ?? null,
    fieldCode: learner?.field_code ?? null,
    gradeAverage: learner?.grade_average ?? null,
    gradeAverageMaximum: learner?.grade_average_maximum ?? null,
    termsCompleted: learner?.terms_completed ?? null,
    languageResults: learner?.language_results ?? [],
    organisationId,
  };
}

/** A first-come seat, or one on the waiting list, can be asked for at this moment. */
function takesApplications(row: OfferRow, now: Date): boolean {
  const isOpen =
    (row.applications_open_at === null || row.applications_open_at <= now) &&
    (row.applications_close_at === null || row.applications_close_at > now);
  const hasOne = row.application !== undefined && row.application !== null && row.application.state !== 'declined';
  return row.state === 'published' && row.allocated_by === 'first_come' && isOpen && !hasOne;
}
