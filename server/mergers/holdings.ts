import { sql } from 'kysely';
import { renamed, schema, unitAtSuccessor, type Merger } from './merger.ts';
import { moved, movedWithUnit } from './references.ts';

/** What the organisation runs and keeps goes on at the successor: offers, rounds, resources, participations, files. */
export async function takeOverHoldings(merger: Merger): Promise<void> {
  const t = schema(merger);
  const { from, into, scope } = merger;
  for (const table of movedWithUnit)
    await sql`update ${t}.${sql.raw(table)} set organisation_id = ${into}, unit_id = ${unitAtSuccessor('unit_id', merger)}
      where organisation_id = ${from}`.execute(scope.db);
  for (const reference of moved) {
    const [table = '', column = ''] = reference.split('.');
    await sql`update ${t}.${sql.raw(table)} set ${sql.raw(column)} = ${into} where ${sql.raw(column)} = ${from}`.execute(
      scope.db,
    );
  }
  // Who may apply is said by organisation: whoever named the one means the other now.
  await sql`update ${t}.offer set eligibility = ${renamed('eligibility', merger)}
    where eligibility::text like ${`%${from}%`}`.execute(scope.db);
  // The successor's own share of a resource stands where both have one from the same day.
  await sql`delete from ${t}.resource_share share using ${t}.resource_share other
    where share.organisation_id = ${from} and other.organisation_id = ${into}
      and other.resource_id = share.resource_id and other.starts_on = share.starts_on`.execute(scope.db);
  await sql`update ${t}.resource_share set organisation_id = ${into} where organisation_id = ${from}`.execute(scope.db);
}
