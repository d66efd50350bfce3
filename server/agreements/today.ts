import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

/** The calendar date in the network's time zone: days of agreements begin and end there. */
export function today(now: Date): RawBuilder<string> {
  const zone = expressionBuilder<Tables>().selectFrom('setting').select('setting.time_zone').limit(1);
  return sql<string>`(${now}::timestamptz at time zone (${zone}))::date`;
}
