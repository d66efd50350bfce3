import { sql, type RawBuilder } from 'kysely';
import type { Asking } from '../needs.ts';

/** Open, run and publish rounds of one's own organisation. */
export function coordinatorNeeds({ tables, actor, now }: Asking): RawBuilder<unknown>[] {
  const at = sql`${now}::timestamptz`;
  const round = (kind: RawBuilder<unknown>, due: RawBuilder<unknown>, condition: RawBuilder<unknown>) => sql`
    select ${kind}, round.name, organisation.name, organisation.short_mark, ${due}, 1, '/rounds/' || round.id
    from ${tables}.round join ${tables}.organisation on organisation.id = round.organisation_id
    where round.organisation_id = ${actor.organisationId}::uuid and ${condition}`;
  return [
    round(
      sql`'open_round'`,
      sql`round.opens_at`,
      sql`round.state = 'draft' and round.opens_at < ${at} + interval '7 days'`,
    ),
    round(
      sql`'run_round'`,
      sql`round.closes_at`,
      sql`(round.state = 'closed' or round.state = 'open' and round.closes_at <= ${at})`,
    ),
    round(sql`'publish_round'`, sql`round.respond_by`, sql`round.state = 'review'`),
  ];
}
