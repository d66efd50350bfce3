import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import type { Database } from '../platform/database/database.ts';
import type { Scope } from '../platform/scope.ts';
import { today } from './today.ts';

const { enter_into_force: enter } = agreementMachine.moves;
const { replace, seal } = versionMachine.moves;

/**
 * Puts the sealed version of an agreement in force once its first day has come: the version before it is superseded, its
 * parties are bound, its terms hold. To be called after a version was sealed; the hourly job calls it for those whose first
 * day comes later. Returns whether something entered into force; doing it twice changes nothing.
 * Raises `agreement.entered_into_force` with `versionId` and `number`.
 */
export async function enterIntoForce(scope: Scope, agreementId: string): Promise<boolean> {
  const now = scope.clock.now();
  const [due] = await selectDue(scope.db, now).where('agreement.id', '=', agreementId).execute();
  if (!due) return false;
  const rows = await change(
    scope,
    (db) =>
      db
        .with('before', (qc) =>
          qc.selectFrom('agreement').select(['id', 'in_force_version_id']).where('id', '=', agreementId),
        )
        .with('changed', (qc) =>
          qc
            .updateTable('agreement')
            .set((eb) => ({
              ...termsColumns(due.terms),
              starts_on: sql<string>`case when in_force_version_id is null
                then coalesce(${due.terms.startsOn}::date, ${today(now)}) else starts_on end`,
              state: sql`case when state = any(${enter.from}::text[]) then ${enter.to} else state end`,
              in_force_version_id: due.version_id,
              entered_into_force_at: now,
              dormant_since: null,
              version: eb('version', '+', 1),
            }))
            .where('id', '=', agreementId)
            .where('state', 'in', [...agreementMachine.groups.open])
            .where('in_force_version_id', 'is not distinct from', due.in_force_version_id)
            .returning(['id', 'version']),
        )
        .with('superseded', (qc) =>
          qc
            .updateTable('agreement_version')
            .from(['before', 'changed'])
            .set({ state: replace.to, closed_at: now })
            .whereRef('agreement_version.id', '=', 'before.in_force_version_id')
            .whereRef('agreement_version.agreement_id', '=', 'changed.id')
            .returning('agreement_version.id'),
        )
        .with('bound', (qc) =>
          qc
            .updateTable('agreement_party')
            .from('changed')
            .set({ joined_on: today(now) })
            .whereRef('agreement_party.agreement_id', '=', 'changed.id')
            .where('agreement_party.joined_on', 'is', null)
            .where('agreement_party.left_on', 'is', null)
            .returning('agreement_party.organisation_id'),
        ),
    {
      action: 'agreement.entered_into_force',
      objectType: 'agreement',
      details: { versionId: due.version_id, number: due.number },
    },
  );
  return rows.length > 0;
}

/** Sealed versions that are later than the one in force and whose first day has come. */
export function selectDue(db: Database, now: Date) {
  return db
    .selectFrom('agreement_version')
    .innerJoin('agreement', 'agreement.id', 'agreement_version.agreement_id')
    .leftJoin('agreement_version as held', 'held.id', 'agreement.in_force_version_id')
    .select([
      'agreement.id as agreement_id',
      'agreement.in_force_version_id',
      'agreement_version.id as version_id',
      'agreement_version.number',
      'agreement_version.terms',
    ])
    .where('agreement_version.state', '=', seal.to)
    .where('agreement.state', 'in', [...agreementMachine.groups.open])
    .where(sql<boolean>`agreement_version.number > coalesce(held.number, 0)`)
    .where(sql<boolean>`coalesce((agreement_version.terms ->> 'startsOn')::date, ${today(now)}) <= ${today(now)}`)
    .orderBy('agreement_version.number', 'desc');
}

function termsColumns(terms: AgreementTerms) {
  return {
    title: sql<AgreementTerms['title']>`${JSON.stringify(terms.title)}::jsonb`,
    ends_on: terms.endsOn,
    renewal: terms.renewal,
    renewal_months: terms.renewalMonths,
    notice_days: terms.noticeDays,
    accession: terms.accession,
    withdrawal: terms.withdrawal,
  };
}
