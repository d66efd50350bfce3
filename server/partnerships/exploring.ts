import { suggestPartners } from '@collegium/contract/partnerships/suggest.ts';
import type { InterestList, InterestView, SuggestionList } from '@collegium/contract/partnerships/views.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { change } from '../platform/audit/change.ts';
import { jsonb, type Database } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

const suggestedAtMost = 20;
/** Of so many organisations that fit at all, the best are shown; a network has seldom more. */
const consideredAtMost = 2_000;

/** What an organisation is strong in and looks for, as it says itself. */
export async function getInterests(scope: MemberScope, organisationId: string): Promise<InterestList> {
  const rows = await scope.db
    .selectFrom('organisation_interest')
    .select(['direction', 'field_code as fieldCode', 'offer_kind as offerKind', 'note'])
    .where('organisation_id', '=', organisationId)
    .orderBy('position')
    .execute();
  return { items: rows };
}

/** Replaces what one's own organisation declares. Throws organisation.not_found for another one. */
export async function declareInterests(
  scope: MemberScope,
  organisationId: string,
  items: readonly InterestView[],
): Promise<InterestList> {
  const { actor, clock } = scope;
  if (!roleHas(actor.role, 'interest:change') || actor.organisationId !== organisationId)
    throw new Problem('organisation.not_found');
  const rows = items.map((item, position) => ({ id: newId(), position, ...item }));
  await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc.selectFrom('organisation').select('organisation.id').where('organisation.id', '=', organisationId),
        )
        .with('before', (qc) =>
          qc.deleteFrom('organisation_interest').where('organisation_id', '=', organisationId).returning('id'),
        )
        .with('declared', (qc) =>
          qc
            .insertInto('organisation_interest')
            .columns([
              'id',
              'organisation_id',
              'direction',
              'field_code',
              'offer_kind',
              'note',
              'position',
              'declared_at',
            ])
            .expression((eb) =>
              eb
                .selectFrom(
                  sql<InterestRow>`jsonb_to_recordset(${jsonb(rows)})`.as<'item'>(
                    sql`item (id uuid, direction text, "fieldCode" text, "offerKind" text, note text, position int)`,
                  ),
                )
                .select([
                  'item.id',
                  sql<string>`${organisationId}::uuid`.as('organisation_id'),
                  'item.direction',
                  'item.fieldCode',
                  'item.offerKind',
                  'item.note',
                  'item.position',
                  sql<Date>`${clock.now()}::timestamptz`.as('declared_at'),
                ]),
            )
            .returning('id'),
        ),
    { action: 'organisation.interests_declared', objectType: 'organisation', details: { items: items.length } },
  );
  return { items: [...items] };
}

type InterestRow = InterestView & { id: string; position: number };

/** Partners that fit one's own organisation and are not yet in a partnership with it, with every reason and its points. */
export async function suggestForOwn(scope: MemberScope): Promise<SuggestionList> {
  const { organisationId } = scope.actor;
  const rows = await listCandidates(scope.db, organisationId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const candidates = rows.map((row) => ({
    organisationId: row.id,
    interests: row.interests,
    position:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
    places: row.places ?? 0,
  }));
  const own = candidates.find((one) => one.organisationId === organisationId);
  if (!own) return { items: [] };
  const others = candidates.filter((one) => byId.get(one.organisationId)?.is_partner === false);
  return {
    items: suggestPartners(own, others)
      .slice(0, suggestedAtMost)
      .flatMap(({ organisationId: id, points, reasons }) => {
        const row = byId.get(id);
        if (!row) return [];
        const { name, short_mark: shortMark, kind, city, country } = row;
        return [{ organisation: { id, name, shortMark, kind, city, country }, points, reasons }];
      }),
  };
}

/** Oneself, and every organisation that declared something or with which one worked before. */
function listCandidates(db: Database, ownId: string) {
  return db
    .selectFrom('organisation')
    .leftJoin('organisation_position as position', 'position.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'organisation.short_mark', 'organisation.kind'])
    .select(['organisation.city', 'organisation.country', 'position.latitude', 'position.longitude'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('organisation_interest as interest')
          .select(['interest.direction', 'interest.field_code as fieldCode', 'interest.offer_kind as offerKind'])
          .whereRef('interest.organisation_id', '=', 'organisation.id')
          .orderBy('interest.position'),
      ).as('interests'),
      eb
        .selectFrom('cooperation_flow as flow')
        .select((of) => of.fn.sum<number>('flow.places').as('places'))
        .where((or) =>
          or.or([
            or.and([or('flow.provider_id', '=', ownId), or('flow.home_id', '=', or.ref('organisation.id'))]),
            or.and([or('flow.home_id', '=', ownId), or('flow.provider_id', '=', or.ref('organisation.id'))]),
          ]),
        )
        .as('places'),
      eb
        .exists(
          eb
            .selectFrom('partnership_member as ours')
            .innerJoin('partnership_member as theirs', 'theirs.partnership_id', 'ours.partnership_id')
            .select('ours.partnership_id')
            .where('ours.organisation_id', '=', ownId)
            .whereRef('theirs.organisation_id', '=', 'organisation.id')
            .where('ours.left_on', 'is', null)
            .where('theirs.left_on', 'is', null),
        )
        .as('is_partner'),
    ])
    .where('organisation.archived_at', 'is', null)
    .where((or) =>
      or.or([
        or('organisation.id', '=', ownId),
        or.exists(
          or
            .selectFrom('organisation_interest as declared')
            .select('declared.id')
            .whereRef('declared.organisation_id', '=', 'organisation.id'),
        ),
        or(
          'organisation.id',
          'in',
          or.selectFrom('cooperation_flow as gave').select('gave.provider_id').where('gave.home_id', '=', ownId),
        ),
        or(
          'organisation.id',
          'in',
          or.selectFrom('cooperation_flow as took').select('took.home_id').where('took.provider_id', '=', ownId),
        ),
      ]),
    )
    .orderBy(sql`organisation.id <> ${ownId}::uuid`)
    .orderBy('organisation.id')
    .limit(consideredAtMost)
    .execute();
}
