import { sql } from 'kysely';
import { renamed, schema, type Merger } from './merger.ts';

/**
 * Promises and openings of data go on in the successor's name with all that was counted. What the two promised each other is
 * closed: nobody promises to itself.
 */
export async function takeOverPromises(merger: Merger): Promise<void> {
  await closeBetween(merger, 'commitment', 'promiser_id', 'beneficiary_id');
  await closeBetween(merger, 'access_grant', 'from_id', 'to_id');
  await moveOpen(merger, 'commitment', ['promiser_id', 'beneficiary_id']);
  await moveOpen(merger, 'access_grant', ['from_id', 'to_id']);
  const { from, into, scope } = merger;
  const t = schema(merger);
  await sql`update ${t}.figure_dispute set raised_for = ${into} where raised_for = ${from} and state = 'open'`.execute(
    scope.db,
  );
  await moveFlows(merger);
}

async function closeBetween(merger: Merger, table: string, one: string, other: string): Promise<void> {
  const { from, into, today, scope } = merger;
  const pair = [from, into];
  await sql`update ${schema(merger)}.${sql.raw(table)} set closed_on = ${today}::date
    where closed_on is null and ${sql.raw(one)} = any(${pair}::uuid[]) and ${sql.raw(other)} = any(${pair}::uuid[])`.execute(
    scope.db,
  );
}

async function moveOpen(merger: Merger, table: string, columns: readonly string[]): Promise<void> {
  const { from, into, scope } = merger;
  for (const column of columns)
    await sql`update ${schema(merger)}.${sql.raw(table)} set ${sql.raw(column)} = ${into}, terms = ${renamed('terms', merger)}
      where closed_on is null and ${sql.raw(column)} = ${from}`.execute(scope.db);
}

/** Who gives and who takes is added up under the successor; between the two it is no cooperation any more. */
async function moveFlows(merger: Merger): Promise<void> {
  const { from, into, scope } = merger;
  const t = schema(merger);
  await sql`with gone as (delete from ${t}.cooperation_flow where provider_id = ${from} or home_id = ${from}
      returning case when provider_id = ${from} then ${into}::uuid else provider_id end as provider_id,
        case when home_id = ${from} then ${into}::uuid else home_id end as home_id, month, places)
    insert into ${t}.cooperation_flow as flow (provider_id, home_id, month, places)
    select provider_id, home_id, month, sum(places)::int from gone where provider_id <> home_id group by 1, 2, 3
    on conflict (provider_id, home_id, month) do update set places = flow.places + excluded.places`.execute(scope.db);
}
