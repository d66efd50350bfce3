import type { EntryView } from '@collegium/contract/commitments/views.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql } from 'kysely';
import { visibleAgreements } from '../agreements/policy.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { Database } from '../platform/database/database.ts';
import type { MemberScope } from '../platform/scope.ts';

type Source = EntryView['source'];

interface EntryRow {
  source_id: string;
  source: Source;
  counted_on: string;
  amount: number;
  base: number;
  due_on: string | null;
  left_out_at: Date | null;
  title: LocalisedText | null;
  description: string | null;
  person: string | null;
  participation_id: string | null;
  booking_id: string | null;
  resource_id: string | null;
  offer_id: string | null;
}

/**
 * Rows behind a figure with what they are about, `limit + 1` of them; undefined when the actor may not see the agreement.
 * Names of people are read only by the two organisations of the participation or booking, and their own.
 */
export async function listEntries(
  { db, actor }: MemberScope,
  commitmentId: string,
  query: { period: number; limit: number; cursor?: string },
): Promise<EntryRow[] | undefined> {
  const after = decodeCursor(query.cursor, 2);
  const rows = await db
    .selectFrom('commitment')
    .innerJoin('agreement', 'agreement.id', 'commitment.agreement_id')
    .leftJoin('commitment_entry as entry', (join) =>
      join
        .onRef('entry.commitment_id', '=', 'commitment.id')
        .on('entry.period', '=', query.period)
        .on(
          after === undefined
            ? sql<boolean>`true`
            : sql<boolean>`(entry.counted_on, entry.source_id) < (${after[0]}::date, ${after[1]}::uuid)`,
        ),
    )
    .leftJoin('plan', (join) => join.onRef('plan.id', '=', 'entry.source_id').on('entry.source', '=', 'answer'))
    .leftJoin('participation', (join) =>
      join.on(
        sql<boolean>`participation.id = case entry.source when 'participation' then entry.source_id when 'answer' then plan.participation_id end`,
      ),
    )
    .leftJoin('offer', (join) =>
      join.on(
        sql<boolean>`offer.id = case when entry.source in ('offer', 'course') then entry.source_id else participation.offer_id end`,
      ),
    )
    .leftJoin('contribution', (join) =>
      join.onRef('contribution.id', '=', 'entry.source_id').on('entry.source', '=', 'record'),
    )
    .leftJoin('booking', (join) => join.onRef('booking.id', '=', 'entry.source_id').on('entry.source', '=', 'booking'))
    .leftJoin('resource', (join) =>
      join.on(
        sql<boolean>`resource.id = case entry.source when 'share' then entry.source_id when 'booking' then ${mainResource(db)} end`,
      ),
    )
    .leftJoin('person', (join) =>
      join.on(
        sql<boolean>`person.id = case when entry.source = 'mentor' then entry.source_id
          when ${actor.organisationId}::uuid in (participation.home_organisation_id, participation.provider_organisation_id) then participation.person_id
          when ${actor.organisationId}::uuid in (booking.organisation_id, resource.organisation_id) then booking.person_id end`,
      ),
    )
    .select([
      'entry.source_id',
      'entry.source',
      'entry.counted_on',
      'entry.amount',
      'entry.base',
      'entry.due_on',
      'entry.left_out_at',
      sql<LocalisedText | null>`coalesce(offer.title, resource.name)`.as('title'),
      'offer.id as offer_id',
      'contribution.description',
      'person.name as person',
    ])
    .select(
      sql<
        string | null
      >`case when ${actor.organisationId}::uuid in (participation.home_organisation_id, participation.provider_organisation_id)
        then participation.id end`.as('participation_id'),
    )
    .select([
      sql<string | null>`case when ${actor.organisationId}::uuid in (booking.organisation_id, resource.organisation_id)
        then booking.id end`.as('booking_id'),
      sql<
        string | null
      >`case when entry.source = 'share' and ${actor.organisationId}::uuid in (resource.organisation_id, commitment.beneficiary_id)
        then resource.id end`.as('resource_id'),
    ])
    .where('commitment.id', '=', commitmentId)
    .where(visibleAgreements(actor))
    .orderBy('entry.counted_on', (by) => by.desc().nullsLast())
    .orderBy('entry.source_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  if (rows.length === 0) return undefined;
  return rows.filter((row): row is typeof row & EntryRow => row.source_id !== null);
}

/** What was booked for itself rather than because it is part of something; of the promise first. */
function mainResource(db: Database) {
  return db
    .selectFrom('booking_resource as held')
    .select('held.resource_id')
    .where(sql<boolean>`held.booking_id = booking.id`)
    .orderBy(sql`held.resource_id is not distinct from commitment.resource_id`, 'desc')
    .orderBy('held.is_part')
    .orderBy('held.resource_id')
    .limit(1);
}

/** A row as both sides read it. */
export function presentEntry(row: EntryRow): EntryView {
  return {
    sourceId: row.source_id,
    source: row.source,
    countedOn: row.counted_on,
    amount: row.amount,
    base: row.base,
    dueOn: row.due_on,
    title: row.title ?? (row.description === null ? {} : { en: row.description }),
    person: row.person,
    path: pathOf(row),
    isLeftOut: row.left_out_at !== null,
  };
}

function pathOf({ participation_id, offer_id, booking_id, resource_id, source }: EntryRow): string | null {
  if (booking_id !== null) return `/bookings/${booking_id}`;
  if (resource_id !== null) return `/resources/${resource_id}`;
  if (participation_id !== null) return `/participations/${participation_id}`;
  return offer_id !== null && (source === 'offer' || source === 'course') ? `/offers/${offer_id}` : null;
}
