import type { EntryView } from '@collegium/contract/commitments/views.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql } from 'kysely';
import { visibleAgreements } from '../agreements/policy.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
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
  offer_id: string | null;
}

/**
 * Rows behind a figure with what they are about, `limit + 1` of them; undefined when the actor may not see the agreement.
 * Names of people are read only by the two organisations of the participation, and their own.
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
    .leftJoin('person', (join) =>
      join.on(
        sql<boolean>`person.id = case when entry.source = 'mentor' then entry.source_id
          when ${actor.organisationId}::uuid in (participation.home_organisation_id, participation.provider_organisation_id) then participation.person_id end`,
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
      'offer.title',
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
    .where('commitment.id', '=', commitmentId)
    .where(visibleAgreements(actor))
    .orderBy('entry.counted_on', (by) => by.desc().nullsLast())
    .orderBy('entry.source_id', 'desc')
    .limit(query.limit + 1)
    .execute();
  if (rows.length === 0) return undefined;
  return rows.filter((row): row is typeof row & EntryRow => row.source_id !== null);
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

function pathOf({ participation_id, offer_id, source }: EntryRow): string | null {
  if (participation_id !== null) return `/participations/${participation_id}`;
  return offer_id !== null && (source === 'offer' || source === 'course') ? `/offers/${offer_id}` : null;
}
