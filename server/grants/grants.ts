import type { GrantField } from '@collegium/contract/commitments.ts';
import type {
  AccessPage,
  GrantList,
  OpenedLearner,
  OpenedLearnerPage,
  OpenedLearnerQuery,
  OwnGrantList,
} from '@collegium/contract/grants.ts';
import { pageOf } from '../platform/http/cursor.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { listAccesses, listGrants, listOwnGrants, lookAtLearners, type OpenedRow } from './queries.ts';

/** What clauses open to the actor's organisation today. */
export async function getGrants(scope: MemberScope): Promise<GrantList> {
  const rows = await listGrants(scope.db, scope.actor, scope.clock.now());
  return {
    items: rows.map((row) => ({
      id: row.id,
      agreementId: row.agreement_id,
      agreementTitle: row.agreement_title,
      clauseTitle: row.title,
      purpose: row.purpose,
      fields: row.fields as GrantField[],
      about: row.about,
      from: row.from_id === null ? null : { id: row.from_id, name: row.name ?? '', shortMark: row.short_mark ?? '' },
      startsOn: row.starts_on,
      endsOn: row.ends_on,
    })),
  };
}

/** A page of the learners whom a clause opens; every look is written down for them to read. Throws grant.not_found. */
export async function lookUnderGrant(
  scope: MemberScope,
  grantId: string,
  query: OpenedLearnerQuery,
): Promise<OpenedLearnerPage> {
  const limit = query.limit ?? 30;
  const ids = Array.from({ length: limit }, () => newId());
  const now = scope.clock.now();
  const rows = await lookAtLearners(scope.db, scope.actor, { ...query, grantId, now, limit, ids });
  if (rows.length === 0 && !(await listGrants(scope.db, scope.actor, now)).some(({ id }) => id === grantId))
    throw new Problem('grant.not_found');
  return pageOf(rows, limit, (row) => [row.membership_id], presentLearner);
}

/** Who may see what about oneself, under which clause. */
export async function getOwnGrants(scope: MemberScope): Promise<OwnGrantList> {
  const rows = await listOwnGrants(scope.db, scope.actor.personId, scope.clock.now());
  return {
    items: rows.map((row) => ({
      id: row.id,
      agreementTitle: row.agreement_title,
      clauseTitle: row.title,
      purpose: row.purpose,
      fields: row.fields as GrantField[],
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      endedOn: row.closed_on,
      readers: row.readers,
      looks: row.looks ?? 0,
      lastLookedAt: row.last_looked_at?.toISOString() ?? null,
    })),
  };
}

/** Who looked at one's own data, newest first. */
export async function getOwnAccesses(scope: MemberScope, query: OpenedLearnerQuery): Promise<AccessPage> {
  const limit = query.limit ?? 30;
  const rows = await listAccesses(scope.db, scope.actor.personId, { ...query, limit });
  return pageOf(
    rows,
    limit,
    (row) => [row.at.toISOString(), row.id],
    (row) => ({
      id: row.id,
      at: row.at.toISOString(),
      reader: row.reader,
      organisation: { id: row.organisation_id, name: row.name, shortMark: row.short_mark },
      clauseTitle: row.title,
      purpose: row.purpose,
      fields: row.fields as GrantField[],
    }),
  );
}

function presentLearner(row: OpenedRow): OpenedLearner {
  return {
    personId: row.person_id,
    home: { id: row.home_id, name: row.home_name, shortMark: row.home_mark },
    name: row.name,
    email: row.email,
    level: row.level as OpenedLearner['level'],
    fieldCode: row.field_code,
    gradeAverage: row.grade_average,
    gradeAverageMaximum: row.grade_average_maximum,
    languageResults: row.language_results as OpenedLearner['languageResults'],
    participations: row.participations as OpenedLearner['participations'],
    outcomes: row.outcomes as OpenedLearner['outcomes'],
  };
}
