import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { AgreementState } from '@collegium/contract/states/agreement.ts';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Database } from '../platform/database/database.ts';
import { today } from '../agreements/today.ts';

/** What of an agreement its promises and grants follow from. `today` is a day in the network's time zone. */
export interface AgreementInForce {
  id: string;
  state: AgreementState;
  versionId: string;
  clauses: Clause[];
  /** Organisations that are or were parties; a promise may name one that left since. */
  parties: string[];
  today: string;
}

/** The version in force, or that was in force when the agreement ended; undefined when there never was one. */
export async function findAgreementInForce(db: Database, id: string, now: Date): Promise<AgreementInForce | undefined> {
  const row = await db
    .selectFrom('agreement')
    .innerJoin('agreement_version', (join) =>
      join
        .onRef('agreement_version.id', '=', 'agreement.in_force_version_id')
        .onRef('agreement_version.agreement_id', '=', 'agreement.id'),
    )
    .select(['agreement.id', 'agreement.state', 'agreement_version.id as versionId', 'agreement_version.content'])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party')
          .innerJoin('organisation', 'organisation.id', 'agreement_party.organisation_id')
          .select(['agreement_party.organisation_id', 'organisation.merged_into_id'])
          .whereRef('agreement_party.agreement_id', '=', 'agreement.id'),
      ).as('parties'),
      sql<string>`${today(now)}::text`.as('today'),
    ])
    .where('agreement.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id,
    state: row.state,
    versionId: row.versionId,
    clauses: inNameOfSuccessors(row.content?.clauses ?? [], row.parties),
    parties: row.parties.map(({ organisation_id }) => organisation_id),
    today: row.today,
  };
}

/**
 * The clauses as they bind today: where a party was merged with another, that one stands in its place. The text that was
 * signed stays as it is; ids are found nowhere else in it.
 */
function inNameOfSuccessors(
  clauses: Clause[],
  parties: readonly { organisation_id: string; merged_into_id: string | null }[],
): Clause[] {
  const successors = new Map(
    parties.flatMap((one): [string, string][] =>
      one.merged_into_id === null ? [] : [[one.organisation_id, one.merged_into_id]],
    ),
  );
  if (successors.size === 0) return clauses;
  let json = JSON.stringify(clauses);
  // As many times as there are mergers: a successor may have been merged itself.
  for (let step = 0; step < successors.size; step += 1)
    for (const [gone, successor] of successors) json = json.replaceAll(gone, successor);
  return JSON.parse(json) as Clause[];
}
