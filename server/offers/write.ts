import type { OfferInput } from '@collegium/contract/offers.ts';
import { expressionBuilder, sql, type QueryCreator } from 'kysely';
import { jsonb, type Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Member } from '../platform/scope.ts';
import { columnsOf, ownWords, searchTextOf } from './columns.ts';
import type { CheckedOffer } from './check-offer.ts';
import type { SessionRow } from './sessions.ts';

type Written = { id: string };

/** The statement that adds a draft, or an offer that is published at once, with its sessions. */
export function insertOffer(
  db: Database,
  actor: Member,
  input: OfferInput,
  checked: CheckedOffer,
  id: string,
  at: Date,
  isPublished = false,
) {
  return db
    .with('changed', (qc) =>
      qc
        .insertInto('offer')
        .values({
          id,
          ...(isPublished && { state: 'published', published_at: at, published_by: actor.personId }),
          organisation_id: actor.organisationId,
          ...columnsOf(input, checked),
          search_text: searchTextOf(ownWords(input), wordsOfProvider(actor.organisationId)),
          created_at: at,
          created_by: actor.personId,
        })
        .returning('offer.id'),
    )
    .with('sessions', (qc) => putSessions(qc, checked.sessions));
}

/** The statement that replaces an offer's facts and sessions, if it is the actor's, at this version, and may still change. */
export function updateOffer(
  db: Database,
  actor: Member,
  input: OfferInput,
  checked: CheckedOffer,
  { id, version }: { id: string; version: number },
) {
  const { kind, allocatedBy } = input;
  return db
    .with('changed', (qc) =>
      qc
        .updateTable('offer')
        .set((eb) => ({
          ...columnsOf(input, checked),
          search_text: searchTextOf(ownWords(input), wordsOfProvider(actor.organisationId)),
          version: eb('offer.version', '+', 1),
        }))
        .where('id', '=', id)
        .where('organisation_id', '=', actor.organisationId)
        .where('version', '=', version)
        .where(sql<boolean>`(state = 'draft'
          or (state = 'published' and kind = ${kind} and allocated_by = ${allocatedBy}))`)
        .returning('offer.id'),
    )
    .with('removed', (qc) => removeSessions(qc, checked.sessions))
    .with('sessions', (qc) => putSessions(qc, checked.sessions));
}

function wordsOfProvider(organisationId: string) {
  const words = expressionBuilder<Tables>().selectFrom('organisation').select('search_text');
  return sql`(${words.where('id', '=', organisationId)})`;
}

type WithChanged = Pick<QueryCreator<Tables & { changed: Written }>, 'insertInto' | 'deleteFrom' | 'selectFrom'>;

/** Writes the sessions of the offer in `changed`; one that names a session of the same offer takes its place. */
function putSessions(qc: WithChanged, sessions: SessionRow[]) {
  const incoming = sql<SessionRow>`jsonb_to_recordset(${jsonb(sessions)})`.as<'incoming'>(
    sql`incoming (id uuid, wanted_id uuid, starts_at timestamptz, ends_at timestamptz, time_zone text, place text, note text)`,
  );
  return qc
    .insertInto('session')
    .columns(['id', 'offer_id', 'starts_at', 'ends_at', 'time_zone', 'place', 'note'])
    .expression(
      qc
        .selectFrom('changed')
        .innerJoin(incoming, (join) => join.onTrue())
        .leftJoin('session as known', (join) =>
          join.onRef('known.id', '=', 'incoming.wanted_id').onRef('known.offer_id', '=', 'changed.id'),
        )
        .select([
          sql<string>`coalesce(known.id, incoming.id)`.as('id'),
          'changed.id as offer_id',
          sql<Date>`incoming.starts_at`.as('starts_at'),
          sql<Date>`incoming.ends_at`.as('ends_at'),
          'incoming.time_zone',
          'incoming.place',
          'incoming.note',
        ]),
    )
    .onConflict((oc) =>
      oc.column('id').doUpdateSet((eb) => ({
        starts_at: eb.ref('excluded.starts_at'),
        ends_at: eb.ref('excluded.ends_at'),
        time_zone: eb.ref('excluded.time_zone'),
        place: eb.ref('excluded.place'),
        note: eb.ref('excluded.note'),
      })),
    )
    .returning('session.id');
}

function removeSessions(qc: WithChanged, kept: SessionRow[]) {
  const ids = kept.flatMap(({ wanted_id }) => wanted_id ?? []);
  return qc
    .deleteFrom('session')
    .using('changed')
    .whereRef('session.offer_id', '=', 'changed.id')
    .where(sql<boolean>`session.id <> all(${ids}::uuid[])`)
    .returning('session.id');
}
