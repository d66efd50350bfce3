import type { GrantGroup } from '@collegium/contract/commitments.ts';
import type { AgreementState } from '@collegium/contract/states/agreement.ts';
import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import { today } from '../agreements/today.ts';
import type { Tables } from '../platform/database/tables.ts';

/** What decides whether a clause opens a learner's data on a day. */
export interface GrantFacts {
  agreementState: AgreementState;
  /** Null: of every party. */
  fromId: string | null;
  /** Null: to every party. */
  toId: string | null;
  about: GrantGroup;
  startsOn: string;
  endsOn: string;
  closedOn: string | null;
  parties: readonly { organisationId: string; joinedOn: string | null; leftOn: string | null }[];
}

/** A learner of `home`, for a reader of `reader`; `takesPart` in something of the reader's organisation. */
export interface Looking {
  reader: string;
  home: string;
  takesPart: boolean;
  day: string;
}

/**
 * A clause opens data as long as it stands and not a day longer: its agreement is in force, it is within its own dates, no
 * later version took it out, and both organisations are bound. Nobody needs a clause for the learners of their own.
 */
export function opens(grant: GrantFacts, { reader, home, takesPart, day }: Looking): boolean {
  const isBound = (organisationId: string) =>
    grant.parties.some(
      (party) =>
        party.organisationId === organisationId &&
        party.joinedOn !== null &&
        party.joinedOn <= day &&
        (party.leftOn === null || party.leftOn > day),
    );
  return (
    reader !== home &&
    grant.agreementState === 'in_force' &&
    grant.startsOn <= day &&
    day <= grant.endsOn &&
    (grant.closedOn === null || grant.closedOn > day) &&
    (grant.toId ?? reader) === reader &&
    (grant.fromId ?? home) === home &&
    isBound(reader) &&
    isBound(home) &&
    (grant.about === 'learners' || takesPart)
  );
}

type Column = `${string}.${string}`;

/**
 * The SQL twin of `opens`, on the columns of `access_grant` and `agreement`; `reader` and `home` are columns with
 * organisations, `person` the learner.
 */
export function isOpened(now: Date, columns: { reader: Column; home: Column; person: Column }): RawBuilder<boolean> {
  const [reader, home, person] = [sql.ref(columns.reader), sql.ref(columns.home), sql.ref(columns.person)];
  const takesPart = expressionBuilder<Tables>()
    .selectFrom('participation as joined')
    .select('joined.id')
    .where(sql<boolean>`joined.person_id = ${person}`)
    .where(sql<boolean>`joined.provider_organisation_id = ${reader}`)
    .where(sql<boolean>`joined.home_organisation_id = ${home}`)
    .where('joined.state', '<>', 'cancelled');
  return sql<boolean>`(${isInForce(now)} and ${reader} <> ${home}
    and coalesce(access_grant.to_id, ${reader}) = ${reader} and coalesce(access_grant.from_id, ${home}) = ${home}
    and ${isBound(reader, now)} and ${isBound(home, now)}
    and (access_grant.about = 'learners' or exists (${takesPart})))`;
}

/** The part of `isOpened` that is about the clause alone. */
export function isInForce(now: Date): RawBuilder<boolean> {
  const day = today(now);
  return sql<boolean>`(agreement.state = 'in_force' and ${day} between access_grant.starts_on and access_grant.ends_on
    and (access_grant.closed_on is null or access_grant.closed_on > ${day}))`;
}

/** Whether the agreement of `access_grant` binds an organisation today. */
export function isBound(organisation: RawBuilder<unknown>, now: Date): RawBuilder<boolean> {
  const bound = expressionBuilder<Tables, 'access_grant'>()
    .selectFrom('agreement_party as bound')
    .select('bound.agreement_id')
    .whereRef('bound.agreement_id', '=', 'access_grant.agreement_id')
    .where(sql<boolean>`bound.organisation_id = ${organisation}`)
    .where(sql<boolean>`bound.joined_on <= ${today(now)} and (bound.left_on is null or bound.left_on > ${today(now)})`);
  return sql<boolean>`exists (${bound})`;
}
