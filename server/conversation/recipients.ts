import type { LocalisedText } from '@collegium/contract/localised-text.ts';
import { sql, type RawBuilder } from 'kysely';
import { partnershipRequestSubject } from './partnership-recipients.ts';
import { agreementSubject, promiseSubject } from './promise-recipients.ts';
import { sharingSubject, type ConcernedBySharing } from './sharing-recipients.ts';
import type { Database } from '../platform/database/database.ts';

/** Somebody to be told, with what the words need. */
export interface Recipient {
  /** The object of the event. */
  object_id: string;
  person_id: string;
  email: string | null;
  language: string;
  mail_preference: 'each' | 'none';
  /** Of the offer or round it is about. */
  title: LocalisedText;
  /** The learner it is about. */
  person: string | null;
  organisation: string | null;
  path: string;
}

/** Who among those concerned. */
export type Concerned =
  | 'learner'
  | 'provider'
  | 'home'
  | 'member'
  | 'learners_of_round'
  | 'providers_of_round'
  | 'parties'
  | 'invited_guest'
  | 'promiser'
  | 'disputed'
  | 'request_answerers'
  | 'request_asker'
  | ConcernedBySharing;

/** Finds whom events about these objects concern. `tables` is the schema of the network. */
export async function listRecipients(
  db: Database,
  tables: RawBuilder<unknown>,
  who: Concerned,
  objectIds: readonly string[],
): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select object.id as object_id, told.id as person_id, told.email, told.language, told.mail_preference, subject.title, subject.person, subject.organisation, subject.path
    from unnest(${objectIds}::uuid[]) object (id)
    cross join lateral (${subject(tables, who, sql`object.id`)}) subject (told_id, title, person, organisation, path)
    join ${tables}.person told on told.id = subject.told_id`.execute(db);
  return rows;
}

function subject(tables: RawBuilder<unknown>, who: Concerned, id: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (who) {
    case 'holder':
    case 'guests':
    case 'deciders':
    case 'lenders':
    case 'resource_owners':
    case 'swap_asked':
    case 'swap_asker':
    case 'passport_holder':
      return sharingSubject(tables, who, id);
    case 'parties':
      return agreementSubject(tables, id);
    case 'invited_guest':
      return sql`select guest.person_id, agreement.title, person.name, organisation.name, '/agreements/' || agreement.id
        from ${tables}.agreement join ${tables}.agreement_guest guest on guest.agreement_id = agreement.id
        join ${tables}.person on person.id = guest.person_id
        join ${tables}.organisation on organisation.id = guest.invited_for where agreement.id = ${id}`;
    case 'promiser':
    case 'disputed':
      return promiseSubject(tables, who, id);
    case 'request_answerers':
    case 'request_asker':
      return partnershipRequestSubject(tables, who, id);
    case 'member':
      return sql`select membership.person_id, jsonb_build_object('en', organisation.name), person.name, organisation.name, '/today'
        from ${tables}.membership join ${tables}.organisation on organisation.id = membership.organisation_id
        join ${tables}.person on person.id = membership.person_id where membership.id = ${id}`;
    case 'learners_of_round':
      return sql`select membership.person_id, round.name, person.name, organisation.name, '/rounds/' || round.id
        from ${tables}.round join ${tables}.round_learner on round_learner.round_id = round.id
        join ${tables}.membership on membership.id = round_learner.membership_id
        join ${tables}.person on person.id = membership.person_id
        join ${tables}.organisation on organisation.id = round.organisation_id where round.id = ${id}`;
    case 'providers_of_round':
      return sql`select distinct on (offer.published_by) offer.published_by, round.name, person.name, organisation.name, '/rounds/' || round.id
        from ${tables}.round join ${tables}.round_offer on round_offer.round_id = round.id
        join ${tables}.offer on offer.id = round_offer.offer_id
        join ${tables}.person on person.id = offer.published_by
        join ${tables}.organisation on organisation.id = round.organisation_id where round.id = ${id}`;
    case 'learner':
      return sql`${about(tables, id, sql`coalesce(participation.person_id, application.person_id)`)}`;
    case 'provider':
      return about(tables, id, sql`coalesce(plan.provider_supervisor_id, offer.published_by)`);
    case 'home':
      return sql`${about(tables, id, sql`plan.home_supervisor_id`)} union ${about(tables, id, sql`coordinator.person_id`, homeCoordinators(tables))}`;
  }
}

/** An application, or a participation (whose outcome has events of its own), with its offer, round, learner and last plan. */
function about(
  tables: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  told: RawBuilder<unknown>,
  also: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`select ${told}, coalesce(offer.title, round.name), person.name, organisation.name,
      case when participation.id is not null then '/participations/' || participation.id else '/applications/' || application.id end
    from ${tables}.application
    left join ${tables}.participation on participation.application_id = application.id
      and (participation.id = ${id} or participation.id = (select participation_id from ${tables}.outcome where outcome.id = ${id}))
    left join ${tables}.offer on offer.id = application.offer_id
    left join ${tables}.round on round.id = application.round_id
    left join ${tables}.organisation on organisation.id = coalesce(offer.organisation_id, round.organisation_id)
    join ${tables}.person on person.id = application.person_id
    left join lateral (select provider_supervisor_id, home_supervisor_id from ${tables}.plan
      where plan.participation_id = participation.id order by number desc limit 1) plan on true
    ${also}
    where application.id = coalesce(
      (select application_id from ${tables}.participation where id = ${id}),
      (select application_id from ${tables}.participation join ${tables}.outcome on outcome.participation_id = participation.id where outcome.id = ${id}),
      ${id})`;
}

/** Recognition waits for somebody at home: a few of its coordinators hear of it, not the whole house. */
function homeCoordinators(tables: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`left join lateral (select person_id from ${tables}.membership where membership.organisation_id = application.organisation_id
    and membership.role = 'coordinator' and membership.ended_on is null order by membership.id limit 5) coordinator on true`;
}
