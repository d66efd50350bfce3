import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import { prepared } from '../platform/database/prepared.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';
import { visibleOffers } from './policy.ts';

/**
 * One offer with all that its page shows, if the actor may see it: provider, unit, sessions, attachments, round, and for
 * learners their own application and the facts that eligibility asks for. One round trip.
 */
export async function findOffer(db: Database, actor: Actor, id: string, day: string) {
  const [row] = await offerRows(db, { ...actor, id, day });
  return row;
}
export type OfferRow = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

const offerRows = prepared(['role'], (db, asked: Actor & { id: string; day: string }) =>
  db
    .selectFrom('offer')
    .innerJoin('organisation', 'organisation.id', 'offer.organisation_id')
    .leftJoin('unit', 'unit.id', 'offer.unit_id')
    .select(offerColumns)
    .select(['organisation.name as provider_name', 'organisation.short_mark', 'unit.name as unit_name'])
    .select((eb) => [sessionsOf(eb).as('sessions'), attachmentsOf(eb).as('attachments'), roundOf(eb).as('round')])
    .$if(asked.role === 'learner', (q) =>
      q.select((eb) => [
        applicationOf(eb, asked.personId ?? '').as('application'),
        learnerOf(eb, asked.personId ?? '').as('learner'),
      ]),
    )
    .where('offer.id', '=', asked.id)
    .where(visibleOffers(asked, asked.day))
    .compile(),
);

/** What decides why a change of an offer did not happen. */
export function findOfferStanding(db: Database, id: string, organisationId: string) {
  return db
    .selectFrom('offer')
    .select(['state', 'version', 'applications_close_at'])
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
}

/** The file of an attachment, if the actor may see its offer. */
export function findAttachment(db: Database, actor: Actor, of: { offerId: string; fileId: string; day: string }) {
  return db
    .selectFrom('offer')
    .innerJoin('offer_attachment', 'offer_attachment.offer_id', 'offer.id')
    .innerJoin('file', 'file.id', 'offer_attachment.file_id')
    .select(['file.name', 'file.media_type', 'file.sha256'])
    .where('offer.id', '=', of.offerId)
    .where('file.id', '=', of.fileId)
    .where(visibleOffers(actor, of.day))
    .executeTakeFirst();
}

/** What decides why a file could not be attached to an offer of the organisation. */
export function findAttaching(db: Database, of: { offerId: string; fileId: string; organisationId: string }) {
  return db
    .selectFrom('offer')
    .leftJoin('file', (join) =>
      join.onRef('file.organisation_id', '=', 'offer.organisation_id').on('file.id', '=', of.fileId),
    )
    .leftJoin('offer_attachment', (join) =>
      join.onRef('offer_attachment.offer_id', '=', 'offer.id').on('offer_attachment.file_id', '=', of.fileId),
    )
    .select(['offer.state', sql<boolean>`file.id is not null`.as('has_file')])
    .select(sql<boolean>`offer_attachment.file_id is not null`.as('is_attached'))
    .where('offer.id', '=', of.offerId)
    .where('offer.organisation_id', '=', of.organisationId)
    .executeTakeFirst();
}

const offerColumns = [
  'offer.id',
  'offer.kind',
  'offer.organisation_id',
  'offer.unit_id',
  'offer.state',
  'offer.title',
  'offer.description',
  'offer.field_code',
  'offer.skills',
  'offer.level',
  'offer.languages',
  'offer.mode',
  'offer.city',
  'offer.country',
  'offer.time_zone',
  'offer.term',
  'offer.starts_on',
  'offer.ends_on',
  'offer.places',
  'offer.places_taken',
  'offer.queue_length',
  'offer.allocated_by',
  'offer.audience',
  'offer.agreement_id',
  'offer.applications_open_at',
  'offer.applications_close_at',
  'offer.eligibility',
  'offer.asks_statement',
  'offer.credits_ects',
  'offer.hours',
  'offer.details',
  'offer.version',
  'offer.published_at',
  'offer.withdrawn_at',
  'offer.withdrawal_reason',
] as const;

type OfferBuilder = ExpressionBuilder<Tables, 'offer'>;

function sessionsOf(eb: OfferBuilder) {
  const session = eb
    .selectFrom('session')
    .select([
      'session.id',
      instantText('session.starts_at').as('startsAt'),
      instantText('session.ends_at').as('endsAt'),
      localText('session.starts_at').as('startsLocal'),
      localText('session.ends_at').as('endsLocal'),
      'session.time_zone as timeZone',
      'session.place',
      'session.note',
    ])
    .whereRef('session.offer_id', '=', 'offer.id')
    .orderBy('session.starts_at')
    .orderBy('session.id');
  return jsonArrayFrom(session);
}

function attachmentsOf(eb: OfferBuilder) {
  return jsonArrayFrom(
    eb
      .selectFrom('offer_attachment')
      .innerJoin('file', 'file.id', 'offer_attachment.file_id')
      .select(['file.id as fileId', 'file.name', 'file.media_type as mediaType', 'file.size_bytes as sizeBytes'])
      .whereRef('offer_attachment.offer_id', '=', 'offer.id')
      .orderBy('offer_attachment.position'),
  );
}

/** The newest round of the offer that is no longer a draft. */
export function roundOf(eb: OfferBuilder) {
  return jsonObjectFrom(
    eb
      .selectFrom('round_offer')
      .innerJoin('round', 'round.id', 'round_offer.round_id')
      .select([
        'round.id',
        'round.name',
        'round.state',
        instantText('round.opens_at').as('opensAt'),
        instantText('round.closes_at').as('closesAt'),
      ])
      .whereRef('round_offer.offer_id', '=', 'offer.id')
      .where('round.state', 'not in', ['draft', 'cancelled'])
      .orderBy('round.opens_at', 'desc')
      .limit(1),
  );
}

/** The person's application for the offer that is not withdrawn: a first-come seat, or a round's list with it on. */
function applicationOf(eb: OfferBuilder, personId: string) {
  return jsonObjectFrom(
    eb
      .selectFrom('application')
      .leftJoin('preference', (join) =>
        join.onRef('preference.application_id', '=', 'application.id').onRef('preference.offer_id', '=', 'offer.id'),
      )
      .select(['application.id', 'application.state', 'application.round_id as roundId'])
      .where('application.person_id', '=', personId)
      .where('application.state', '<>', 'withdrawn')
      .where((on) =>
        on.or([
          on('application.offer_id', '=', on.ref('offer.id')),
          on.and([on('application.offer_id', 'is', null), on('preference.offer_id', 'is not', null)]),
        ]),
      )
      .orderBy('application.created_at', 'desc')
      .limit(1),
  );
}

/** What is known of the learner; independent of the offer, so PostgreSQL reads it once per statement. */
export function learnerOf(eb: Pick<OfferBuilder, 'selectFrom'>, personId: string) {
  return jsonObjectFrom(
    eb
      .selectFrom('learner_profile')
      .select(['level', 'field_code', 'grade_average', 'grade_average_maximum', 'terms_completed', 'language_results'])
      .where('person_id', '=', personId),
  );
}

function instantText(column: string) {
  return sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function localText(column: string) {
  return sql<string>`to_char(${sql.ref(column)} at time zone session.time_zone, 'YYYY-MM-DD"T"HH24:MI')`;
}
