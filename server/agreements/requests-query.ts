import type { ExpressionBuilder } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Tables } from '../platform/database/tables.ts';

/** What was asked for in the life of an agreement, latest first, with the answers of the parties. */
export function requestsOf(eb: ExpressionBuilder<Tables, 'agreement'>) {
  return jsonArrayFrom(
    eb
      .selectFrom('agreement_request as asked')
      .innerJoin('organisation', 'organisation.id', 'asked.organisation_id')
      .leftJoin('person as asker', 'asker.id', 'asked.asked_by')
      .select(['asked.id', 'asked.kind', 'asked.organisation_id', 'organisation.name as organisation_name'])
      .select(['asked_for', 'asked_at', 'asker.id as asker_id', 'asker.name as asker_name', 'asked.reason'])
      .select(['effective_on', 'new_end_on', 'needs', 'asked.state'])
      .select((request) =>
        jsonArrayFrom(
          request
            .selectFrom('agreement_request_answer as answer')
            .innerJoin('person', 'person.id', 'answer.person_id')
            .innerJoin('organisation as answering', 'answering.id', 'answer.organisation_id')
            .select([
              'answer.organisation_id',
              'answering.name as organisation_name',
              'decision',
              'answer.reason',
              'at',
            ])
            .select(['signed_name', 'office', 'version_hash', 'statement'])
            .select(['person.id as person_id', 'person.name as person_name'])
            .whereRef('answer.agreement_request_id', '=', 'asked.id')
            .orderBy('at'),
        ).as('answers'),
      )
      .whereRef('asked.agreement_id', '=', 'agreement.id')
      .orderBy('asked.asked_at', 'desc')
      .orderBy('asked.id', 'desc')
      .limit(100),
  );
}
