import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { canonicalHash } from '@collegium/matching';
import { sql } from 'kysely';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { MemberScope } from '../platform/scope.ts';
import { searchWords } from '../platform/search/words.ts';

/** An agreement that was concluded elsewhere: a partner promises places to the actor's organisation. */
export interface BroughtAgreement {
  /** Its name in the register it comes from, unique there. */
  reference: string;
  partner: { id: string; name: string };
  title: LocalisedText;
  startsOn: string;
  endsOn: string;
  places: number;
  /** Conditions as the register words them; may be empty. */
  conditions: string;
}

/**
 * Brings agreements that were concluded elsewhere, in force at once between each partner and the actor's organisation, with
 * one measured clause: the places of every year. One whose reference is there already stays as it is. Raises
 * `agreement.entered_into_force` for each new one. Returns them: reference → id. One statement.
 */
export async function addAgreements(
  scope: MemberScope,
  source: string,
  agreements: readonly BroughtAgreement[],
): Promise<Map<string, string>> {
  const now = scope.clock.now();
  const home = await scope.db
    .selectFrom('organisation')
    .select(['id', 'name', 'country'])
    .where('id', '=', scope.actor.organisationId)
    .executeTakeFirstOrThrow();
  const rows = agreements.map((brought) => {
    const [id, versionId] = [newId(), newId()];
    const record = recordOf(id, home, brought);
    return {
      id,
      version_id: versionId,
      event_id: newId(),
      reference: brought.reference,
      partner_id: brought.partner.id,
      title: brought.title,
      starts_on: brought.startsOn,
      ends_on: brought.endsOn,
      terms: record.terms,
      content: record,
      hash: canonicalHash(record),
      search_text: searchWords(...Object.values(brought.title), brought.reference, brought.partner.name),
    };
  });
  const t = sql.raw(schemaOf(scope.network.slug));
  const { rows: added } = await sql<{ id: string; reference: string }>`
    with incoming as materialized (
      select * from jsonb_to_recordset(${jsonb(rows)}) as incoming (id uuid, version_id uuid, event_id uuid, reference text, partner_id uuid,
        title jsonb, starts_on date, ends_on date, terms jsonb, content jsonb, hash text, search_text text)),
    added as (
      insert into ${t}.agreement (id, reference, template, state, title, starts_on, ends_on, search_text, created_at, created_by)
      select id, reference, 'student_exchange', 'negotiating', title, starts_on, ends_on, search_text, ${now}::timestamptz, ${scope.actor.personId}::uuid
      from incoming on conflict on constraint agreement_reference_key do nothing
      returning id, reference)
    select id, reference from added`.execute(scope.db);
  const ids = added.map(({ id }) => id);
  const fresh = jsonb(rows.filter(({ id }) => ids.includes(id)));
  await sql`
    with incoming as materialized (
      select * from jsonb_to_recordset(${fresh}) as incoming (id uuid, version_id uuid, event_id uuid, partner_id uuid, starts_on date,
        terms jsonb, content jsonb, hash text)),
    versions as (
      insert into ${t}.agreement_version (id, agreement_id, number, state, terms, content, hash, created_at, created_by, proposed_at, proposed_by, sealed_at)
      select version_id, id, 1, 'sealed', terms, content, hash, ${now}::timestamptz, ${scope.actor.personId}::uuid, ${now}::timestamptz,
        ${scope.actor.personId}::uuid, ${now}::timestamptz
      from incoming),
    parties as (
      insert into ${t}.agreement_party (agreement_id, organisation_id, position, role, joined_on)
      select id, ${home.id}::uuid, 0, 'lead', least(starts_on, ${now}::date) from incoming
      union all select id, partner_id, 1, 'party', least(starts_on, ${now}::date) from incoming)
    insert into ${t}.audit_event (id, at, account_id, person_id, membership_id, organisation_id, action, object_type, object_id, details, request_id)
    select event_id, ${now}::timestamptz, ${scope.actor.accountId}::uuid, ${scope.actor.personId}::uuid, ${scope.actor.membershipId}::uuid, ${home.id}::uuid,
      'agreement.entered_into_force', 'agreement', id, jsonb_build_object('versionId', version_id, 'number', 1, 'source', ${source}::text), ${scope.requestId}::text
    from incoming`.execute(scope.db);
  await sql`
    update ${t}.agreement a set state = 'in_force', in_force_version_id = v.id, entered_into_force_at = ${now}::timestamptz
    from ${t}.agreement_version v where v.agreement_id = a.id and a.id = any(${ids}::uuid[])`.execute(scope.db);
  scope.signal();
  return new Map(added.map(({ reference, id }) => [reference, id]));
}

/** The record of such an agreement: its conditions in words, and the places as a promise of every year. */
function recordOf(
  id: string,
  home: { id: string; name: string; country: string | null },
  { reference, partner, title, startsOn, endsOn, places, conditions }: BroughtAgreement,
): AgreementRecord {
  const terms: AgreementTerms = {
    title,
    authenticLanguage: 'en',
    startsOn,
    endsOn,
    renewal: 'none',
    renewalMonths: null,
    noticeDays: 180,
    accession: 'all_sign',
    withdrawal: 'all_agree',
  };
  return {
    format: 'collegium.agreement/1',
    agreementId: id,
    reference,
    number: 1,
    basedOn: null,
    terms,
    parties: [
      { organisationId: home.id, name: home.name, country: home.country, role: 'lead' },
      { organisationId: partner.id, name: partner.name, country: null, role: 'party' },
    ],
    clauses: [
      {
        key: 'places',
        kind: 'commitment',
        title: { en: 'Exchange places', 'zh-CN': '交换名额' },
        text: { en: `${partner.name} receives ${places} exchange students of ${home.name} a year.` },
        fields: [],
        commitment: {
          measure: 'places_filled',
          promiser: partner.id,
          beneficiary: home.id,
          quantity: places,
          unit: 'places',
          periodStart: startsOn,
          periodEnd: endsOn,
          every: 'year',
          filters: { kind: 'exchange_place', underAgreement: true },
        },
      },
      ...(conditions === ''
        ? []
        : [
            {
              key: 'conditions',
              kind: 'text' as const,
              title: { en: 'Conditions', 'zh-CN': '条件' },
              text: { en: conditions },
              fields: [],
            },
          ]),
    ],
  };
}
