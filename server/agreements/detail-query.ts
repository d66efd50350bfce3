import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql, type ExpressionBuilder } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { requestsOf } from './requests-query.ts';
import { today } from './today.ts';

/** Everything that the page of an agreement shows, in one round trip. */
export function selectAgreement(db: Database, id: string, now: Date) {
  return db
    .selectFrom('agreement')
    .leftJoin('partnership', 'partnership.id', 'agreement.partnership_id')
    .selectAll('agreement')
    .select('partnership.name as partnership_name')
    .select(today(now).as('today'))
    .select((eb) => [
      partiesOf(eb).as('parties'),
      versionsOf(eb).as('versions'),
      textOf(eb, (version) => version('v.id', '=', eb.ref('agreement.in_force_version_id'))).as('in_force'),
      textOf(eb, (version) => version('v.state', 'in', [...versionMachine.groups.open])).as('open'),
      guestsOf(eb, now).as('guests'),
      requestsOf(eb).as('requests'),
    ])
    .where('agreement.id', '=', id);
}

/** The same, read; undefined when there is none. */
export function findAgreement(db: Database, id: string, now: Date) {
  return selectAgreement(db, id, now).executeTakeFirst();
}
export type AgreementRow = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

type Builder = ExpressionBuilder<Tables, 'agreement'>;

function partiesOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement_party')
      .innerJoin('organisation', 'organisation.id', 'agreement_party.organisation_id')
      .leftJoin('organisation as successor', 'successor.id', 'organisation.merged_into_id')
      .leftJoin('person as responsible', 'responsible.id', 'agreement_party.responsible_id')
      .select(['agreement_party.organisation_id', 'role', 'chain', 'joined_on', 'left_on'])
      .select(['organisation.name', 'organisation.short_mark', 'organisation.country'])
      .select(['successor.id as merged_into_id', 'successor.name as merged_into_name'])
      .select(['responsible.id as responsible_id', 'responsible.name as responsible_name'])
      .select((party) => [reviewersOf(party).as('reviewers'), decisionsOf(party).as('decisions')])
      .whereRef('agreement_party.agreement_id', '=', 'agreement.id')
      .orderBy('position')
      .orderBy('organisation.name'),
  );
}

function reviewersOf(eb: ExpressionBuilder<Tables, 'agreement_party'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement_reviewer')
      .innerJoin('person', 'person.id', 'agreement_reviewer.person_id')
      .select(['agreement_reviewer.step', 'person.id as person_id', 'person.name as person_name'])
      .whereRef('agreement_reviewer.agreement_id', '=', 'agreement_party.agreement_id')
      .whereRef('agreement_reviewer.organisation_id', '=', 'agreement_party.organisation_id'),
  );
}

/** What the steps of this party decided about the version that is open. */
function decisionsOf(eb: ExpressionBuilder<Tables, 'agreement_party'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('version_approval')
      .innerJoin('agreement_version as v', 'v.id', 'version_approval.agreement_version_id')
      .innerJoin('person', 'person.id', 'version_approval.person_id')
      .select(['step', 'decision', 'reason', 'at', 'person.id as person_id', 'person.name as person_name'])
      .whereRef('v.agreement_id', '=', 'agreement_party.agreement_id')
      .whereRef('version_approval.organisation_id', '=', 'agreement_party.organisation_id')
      .where('v.state', 'in', [...versionMachine.groups.open])
      .orderBy('at'),
  );
}

function versionsOf(eb: Builder) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement_version as v')
      .leftJoin('person as creator', 'creator.id', 'v.created_by')
      .leftJoin('person as proposer', 'proposer.id', 'v.proposed_by')
      .select(['v.id', 'v.number', 'v.based_on', 'v.state', 'v.hash', 'v.version', 'v.created_at', 'v.proposed_at'])
      .select(['v.approved_at', 'v.sealed_at', 'v.closed_at', 'v.close_reason'])
      .select(['creator.id as created_by_id', 'creator.name as created_by_name'])
      .select(['proposer.id as proposed_by_id', 'proposer.name as proposed_by_name'])
      .whereRef('v.agreement_id', '=', 'agreement.id')
      .orderBy('number', 'desc'),
  );
}

type VersionBuilder = ExpressionBuilder<Tables & { v: Tables['agreement_version'] }, 'agreement' | 'v'>;

function textOf(eb: Builder, where: (version: VersionBuilder) => ReturnType<VersionBuilder>) {
  return jsonObjectFrom(
    selectText(eb)
      .whereRef('v.agreement_id', '=', 'agreement.id')
      .where((version) => where(version as unknown as VersionBuilder))
      .limit(1),
  );
}

/** A version with its text: the frozen record, or the rows of the draft. */
export function selectText(eb: Pick<Builder, 'selectFrom'>) {
  return eb
    .selectFrom('agreement_version as v')
    .select(['v.id', 'v.number', 'v.based_on', 'v.state', 'v.hash', 'v.version', 'v.terms', 'v.content'])
    .select((version) =>
      jsonArrayFrom(
        version
          .selectFrom('draft_clause')
          .leftJoin('person as editor', 'editor.id', 'draft_clause.changed_by')
          .select(['clause_key', 'body', 'draft_clause.version', 'changed_at'])
          .select(['editor.id as editor_id', 'editor.name as editor_name'])
          .whereRef('draft_clause.agreement_version_id', '=', 'v.id')
          .where(sql<boolean>`v.content is null`)
          .orderBy('position')
          .orderBy('clause_key'),
      ).as('draft'),
    );
}

function guestsOf(eb: Builder, now: Date) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement_guest')
      .innerJoin('person', 'person.id', 'agreement_guest.person_id')
      .select(['may', 'invited_for', 'person.id as person_id', 'person.name as person_name'])
      .select((guest) => jsonObjectFrom(partyOf(guest, now)).as('organisation'))
      .whereRef('agreement_guest.agreement_id', '=', 'agreement.id')
      .orderBy('person.name')
      .limit(200),
  );
}

/** The party for which a guest works today; the first in the order of the parties. */
function partyOf(eb: ExpressionBuilder<Tables, 'agreement_guest'>, now: Date) {
  return eb
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .innerJoin('agreement_party', 'agreement_party.organisation_id', 'organisation.id')
    .select(['organisation.id', 'organisation.name'])
    .whereRef('membership.person_id', '=', 'agreement_guest.person_id')
    .whereRef('agreement_party.agreement_id', '=', 'agreement_guest.agreement_id')
    .where((or) => or.or([or('ended_on', 'is', null), or('ended_on', '>', today(now))]))
    .orderBy('agreement_party.position')
    .limit(1);
}
