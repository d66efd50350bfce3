import { sql, type RawBuilder } from 'kysely';

/**
 * Whom a request to join a partnership concerns, by the request's id. `request_answerers`: those who may answer it, of the
 * invited organisation or of every member; a few of each house. `request_asker`: who asked.
 */
export function partnershipRequestSubject(
  tables: RawBuilder<unknown>,
  who: 'request_answerers' | 'request_asker',
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const told =
    who === 'request_asker'
      ? sql`select request.asked_by as person_id`
      : sql`select answerer.person_id from (
          select request.organisation_id where request.kind = 'invitation'
          union all select member.organisation_id from ${tables}.partnership_member member
            where request.kind = 'application' and member.partnership_id = request.partnership_id and member.left_on is null) house
        cross join lateral (select membership.person_id from ${tables}.membership
          where membership.organisation_id = house.organisation_id and membership.ended_on is null
            and membership.role in ('coordinator', 'organisation_administrator')
          order by membership.role, membership.id limit 5) answerer`;
  return sql`select distinct told.person_id, jsonb_build_object('en', partnership.name), null, organisation.name, '/partnerships/' || partnership.id
    from ${tables}.partnership_request request
    join ${tables}.partnership on partnership.id = request.partnership_id
    join ${tables}.organisation on organisation.id = request.organisation_id
    cross join lateral (${told}) told where request.id = ${id}`;
}
