import { sql, type RawBuilder } from 'kysely';
import type { Asking } from '../needs.ts';

/** Answer an organisation that asks to join a partnership of one's own, and an invitation to one. */
export function partnershipNeeds({ tables, actor }: Asking): RawBuilder<unknown>[] {
  const own = sql`${actor.organisationId}::uuid`;
  return [
    sql`select 'answer_partnership_request', jsonb_build_object('en', partnership.name), organisation.name,
               organisation.short_mark, null::timestamptz, case request.kind when 'invitation' then 1 else 0 end,
               '/partnerships/' || partnership.id
        from ${tables}.partnership_request request
        join ${tables}.partnership on partnership.id = request.partnership_id and partnership.ended_on is null
        join ${tables}.organisation on organisation.id = request.organisation_id
        where request.state = 'open' and case request.kind when 'invitation' then request.organisation_id = ${own}
          else exists (select from ${tables}.partnership_member mine where mine.partnership_id = partnership.id
            and mine.organisation_id = ${own} and mine.left_on is null) end`,
  ];
}
