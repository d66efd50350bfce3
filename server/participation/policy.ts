import { parties, type Party } from '@collegium/contract/participation.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { Actor } from '../platform/scope.ts';

/** Whose a participation is: the learner's, the home organisation's, the provider's. */
export interface PartyIds {
  person_id: string;
  home_organisation_id: string;
  provider_organisation_id: string;
}

/**
 * The parties for which this actor may act. Staff act for their organisation, and for both parties when it is home and
 * provider at once; nobody acts for an organisation in their own participation.
 */
export function partiesOf(actor: Actor, ids: PartyIds): Party[] {
  return parties.filter((party) => {
    if (party === 'learner') return actor.role === 'learner' && actor.personId === ids.person_id;
    return isStaff(actor) && actor.organisationId === ids[organisationOf[party]] && actor.personId !== ids.person_id;
  });
}

/** The SQL twin of `partiesOf`, for one party; usable wherever the table `participation` is. */
export function isParty(actor: Actor, party: Party): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'participation'>();
  if (party === 'learner') return actor.role === 'learner' ? eb('participation.person_id', '=', actor.personId) : no;
  if (!isStaff(actor)) return no;
  return eb.and([
    eb(`participation.${organisationOf[party]}`, '=', actor.organisationId as string),
    eb('participation.person_id', '<>', actor.personId as string),
  ]);
}

/** One's own participations, whoever one acts for, and those of which one's organisation is a party. */
export function canReadParticipation(actor: Actor, ids: PartyIds): boolean {
  return (
    roleHas(actor.role, 'participation:read') && (actor.personId === ids.person_id || partiesOf(actor, ids).length > 0)
  );
}

/** The SQL twin of `canReadParticipation`. */
export function visibleParticipations(actor: Actor): Expression<SqlBool> {
  if (!roleHas(actor.role, 'participation:read') || actor.personId === null) return no;
  const eb = expressionBuilder<Tables, 'participation'>();
  return eb.or([
    eb('participation.person_id', '=', actor.personId),
    isParty(actor, 'provider'),
    isParty(actor, 'home'),
  ]);
}

/** Any of the parties given is the actor's. */
export function isAnyParty(actor: Actor, some: readonly Party[] = parties): Expression<SqlBool> {
  return expressionBuilder<Tables, 'participation'>().or(some.map((party) => isParty(actor, party)));
}

const organisationOf = { home: 'home_organisation_id', provider: 'provider_organisation_id' } as const;
const no = sql<SqlBool>`false`;

function isStaff(actor: Actor): boolean {
  return actor.role !== 'system' && roleHas(actor.role, 'journal:confirm');
}
