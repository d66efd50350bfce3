import type { OfferInput } from '@collegium/contract/offers.ts';
import { sql } from 'kysely';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { MemberScope } from '../platform/scope.ts';
import type { CheckedOffer } from './check-offer.ts';
import { ownWords } from './columns.ts';
import { overAt } from './over-at.ts';

/** An offer of a register that its provider, or an administrator of the network, brings here. */
export interface NewOffer {
  /** Its id in the register. */
  externalId: string;
  organisationId: string;
  input: OfferInput;
  checked: CheckedOffer;
  isPublished: boolean;
}

/**
 * Adds offers of any providers in one statement. One whose id of the register is there already stays as it is. Returns
 * the new ones: external id → id.
 */
export async function addOffers(
  scope: MemberScope,
  source: string,
  offers: readonly NewOffer[],
): Promise<Map<string, string>> {
  const now = scope.clock.now();
  const rows = offers.map(({ externalId, organisationId, input, checked, isPublished }) => ({
    id: newId(),
    organisation_id: organisationId,
    kind: input.kind,
    unit_id: input.unitId,
    state: isPublished ? 'published' : 'draft',
    published_at: isPublished ? now : null,
    published_by: isPublished ? scope.actor.personId : null,
    title: input.title,
    description: input.description ?? {},
    field_code: input.fieldCode,
    skills: input.skills ?? [],
    level: input.level,
    languages: input.languages ?? [],
    mode: input.mode ?? 'on_site',
    city: input.city,
    country: input.country,
    time_zone: checked.timeZone,
    term: input.term,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    places: input.places,
    allocated_by: input.allocatedBy,
    audience: input.audience ?? 'network',
    agreement_id: input.agreementId,
    applications_open_at: input.applicationsOpenAt,
    applications_close_at: input.applicationsCloseAt,
    asks_statement: input.asksStatement ?? false,
    over_at: overAt(input, checked),
    eligibility: checked.eligibility,
    credits_ects: input.creditsEcts,
    hours: input.hours,
    details: checked.details,
    external_source: source,
    external_id: externalId,
    search_text: ownWords(input),
    created_at: now,
    created_by: scope.actor.personId,
  }));
  const sessions = rows.flatMap(({ id }, index) =>
    (offers[index]?.checked.sessions ?? []).map((session) => ({ ...session, offer_id: id })),
  );
  const { rows: added } = await statement(schemaOf(scope.network.slug), rows, sessions).execute(scope.db);
  return new Map(added.map(({ external_id, id }) => [external_id, id]));
}

const names = `id, organisation_id, kind, unit_id, state, published_at, published_by, title, description, field_code,
  skills, level, languages, mode, city, country, time_zone, term, starts_on, ends_on, places, allocated_by, audience, agreement_id,
  applications_open_at, applications_close_at, asks_statement, over_at, eligibility, credits_ects, hours, details, external_source, external_id,
  created_at, created_by`;

/** Written out because a row is read as the table's own type: 35 columns once, not three times. */
function statement(network: string, rows: readonly object[], sessions: readonly object[]) {
  const columns = sql.raw(names);
  const schema = sql.raw(network);
  return sql<{ id: string; external_id: string }>`
    with added as (
      insert into ${schema}.offer (${columns}, search_text)
      select ${sql.raw(names.replaceAll(/\w+/g, 'incoming.$&'))}, incoming.search_text || E'\\n' || organisation.search_text
      from jsonb_populate_recordset(null::${schema}.offer, ${jsonb(rows)}) incoming
      join ${schema}.organisation organisation on organisation.id = incoming.organisation_id
      on conflict (external_source, external_id) do nothing
      returning id, external_id
    ), sessions as (
      insert into ${schema}.session (id, offer_id, starts_at, ends_at, time_zone, place, note)
      select session.id, session.offer_id, starts_at, ends_at, time_zone, place, note
      from jsonb_to_recordset(${jsonb(sessions)})
        as session (id uuid, offer_id uuid, starts_at timestamptz, ends_at timestamptz, time_zone text, place text, note text)
      join added on added.id = session.offer_id
    )
    select id, external_id from added`;
}
