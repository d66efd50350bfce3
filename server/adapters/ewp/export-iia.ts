import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Expression, SqlBool } from 'kysely';
import { readHeiCodes } from './codes.ts';
import { IiaError } from './iia.ts';
import { iiasOfRecord } from './iias-of-record.ts';
import { writeIias } from './write-iias.ts';

export interface ExportOptions {
  /** An agreement's reference or id. */
  agreement: string;
  /** Taken where a promise of places says nothing of language. */
  language: { language: string; cefrLevel?: string };
  /** Codes of organisations that the register does not tell: organisation by code. */
  codes?: Readonly<Record<string, string>>;
  /** Which agreements the reader may see; all unless said. */
  isVisible?: Expression<SqlBool>;
}

/**
 * An agreement as Erasmus Without Paper writes it: the version in force, else the last that was proposed. undefined when
 * there is no such agreement. Throws an `IiaError` when nothing was proposed or it cannot be written.
 */
export async function exportIia(
  db: Database,
  options: ExportOptions,
): Promise<{ xml: string; reference: string } | undefined> {
  const version = await findVersion(db, options);
  if (!version) return undefined;
  if (!version.content) throw new IiaError('iia.not_proposed');
  const { heiIdOf } = await readHeiCodes(db, options.codes);
  const iias = iiasOfRecord(version.content, {
    heiIdOf: (id) => heiIdOf.get(id),
    inEffect: version.sealed_at !== null,
    isTerminated: version.state === 'terminated',
    language: options.language,
  });
  return { xml: writeIias(iias), reference: version.reference };
}

function findVersion(db: Database, { agreement, isVisible = sql<boolean>`true` }: ExportOptions) {
  return db
    .selectFrom('agreement')
    .leftJoin('agreement_version as proposed', (join) =>
      join.onRef('proposed.agreement_id', '=', 'agreement.id').on('proposed.content', 'is not', null),
    )
    .select(['agreement.reference', 'agreement.state', 'proposed.content', 'proposed.sealed_at'])
    .where((eb) => eb.or([eb('reference', '=', agreement), eb(sql<string>`agreement.id::text`, '=', agreement)]))
    .where(isVisible)
    .orderBy(sql`proposed.id = agreement.in_force_version_id`, (order) => order.desc().nullsLast())
    .orderBy('proposed.number', (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
}
