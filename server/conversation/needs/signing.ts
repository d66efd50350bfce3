import { sql, type RawBuilder } from 'kysely';
import type { Asking } from '../needs.ts';

/** Sign: for the person named, a delegate, and, where nobody is named, the administrators of the organisation. */
export function signatoryNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const me = sql`${actor.personId}::uuid`;
  const isMine =
    actor.role === 'organisation_administrator'
      ? sql`(one.person_id = ${me} or (one.person_id is null and one.email is null) or ${isDelegate(tables, me)})`
      : sql`(one.person_id = ${me} or ${isDelegate(tables, me)})`;
  return [
    sql`select 'sign_agreement', version.terms -> 'title', organisation.name, organisation.short_mark, signing.due_on::timestamptz, 1, ${path}
        from ${signatories(tables)}
        where one.organisation_id = ${actor.organisationId}::uuid and version.state = 'signing' and ${isMine}
          and not exists (select from ${tables}.agreement_signature given where given.signatory_id = one.id and given.refused_at is null)
          and not exists (select from ${tables}.agreement_signatory earlier where earlier.agreement_version_id = one.agreement_version_id
            and earlier.step < one.step and not exists (select from ${tables}.agreement_signature given where given.signatory_id = earlier.id
              and given.refused_at is null and (given.method <> 'elsewhere' or given.confirmed_at is not null)))`,
  ];
}

/** Name who signs, and confirm documents that another party brought: for those who act for a party. */
export function signingNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const own = sql`${actor.organisationId}::uuid`;
  const isParty = sql`exists (select from ${tables}.agreement_party party where party.agreement_id = version.agreement_id
    and party.organisation_id = ${own} and party.left_on is null)`;
  return [
    sql`select 'name_signatories', version.terms -> 'title', organisation.name, organisation.short_mark, null::timestamptz, 1, ${path}
        from ${tables}.agreement_version version join ${tables}.organisation on organisation.id = ${own}
        where version.state = 'approved' and ${isParty}`,
    sql`select 'confirm_document', version.terms -> 'title', organisation.name, organisation.short_mark, signing.due_on::timestamptz, 1, ${path}
        from ${signatories(tables)} join ${tables}.agreement_signature given on given.signatory_id = one.id
        where version.state = 'signing' and given.method = 'elsewhere' and given.confirmed_at is null and given.refused_at is null
          and given.recorded_for <> ${own} and ${isParty}`,
  ];
}

const path = sql`'/agreements/' || version.agreement_id || '/sign'`;

function signatories(tables: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${tables}.agreement_signatory one
    join ${tables}.agreement_signing signing on signing.agreement_version_id = one.agreement_version_id
    join ${tables}.agreement_version version on version.id = one.agreement_version_id
    join ${tables}.organisation on organisation.id = one.organisation_id`;
}

function isDelegate(tables: RawBuilder<unknown>, me: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from ${tables}.agreement_delegate delegate where delegate.signatory_id = one.id and delegate.person_id = ${me})`;
}
