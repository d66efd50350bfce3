import type { InvitablePage, InvitableQuery } from '@collegium/contract/agreements/input.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { roles } from '@collegium/contract/roles.ts';
import { sql } from 'kysely';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf } from './abilities.ts';
import { readAgreement } from './get-agreement.ts';
import { actsForParty } from './policy.ts';
import { today } from './today.ts';

/** Roles that read a negotiation only where they are invited; those that lead read it anyway. */
const invited = roles.filter(
  (role) => roleHas(role, 'agreement:change') && !['coordinator', 'organisation_administrator'].includes(role),
);

/** Fewer letters would list another organisation’s people instead of finding one. */
const lettersNeeded = 2;
const shownAtMost = 50;

/**
 * People of a party who may be invited to the negotiation, by name, for whoever acts for a party of it. Nobody when the
 * organisation is no party, and of another organisation nobody before two letters of the name are known. Throws agreement.not_found.
 */
export async function listInvitable(
  scope: MemberScope,
  agreementId: string,
  { organisationId, words = '' }: InvitableQuery,
): Promise<InvitablePage> {
  const { db, actor, clock } = scope;
  const letters = words.trim();
  const isNamed = organisationId === actor.organisationId || letters.length >= lettersNeeded;
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .innerJoin('agreement_party', 'agreement_party.organisation_id', 'membership.organisation_id')
    .innerJoin('agreement', 'agreement.id', 'agreement_party.agreement_id')
    .select(['person.id', 'person.name', 'membership.role'])
    .distinctOn(['person.name', 'person.id'])
    .where('agreement.id', '=', agreementId)
    .where('agreement_party.left_on', 'is', null)
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.role', 'in', invited)
    .where((eb) => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>', today(clock.now()))]))
    .where('person.name', 'ilike', `%${letters.replaceAll(/[\\%_]/g, '\\$&')}%`)
    .where(sql<boolean>`${isNamed}::boolean`)
    .where(actsForParty(actor, 'agreement:change'))
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(shownAtMost)
    .execute();
  if (rows.length === 0 && !abilitiesOf(actor, await readAgreement(scope, agreementId)).manage)
    throw new Problem('agreement.not_found');
  return { items: rows.map(({ id, name, role }) => ({ personId: id, name, role })) };
}
