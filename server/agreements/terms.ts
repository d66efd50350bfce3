import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import { sql } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { searchWords } from '../platform/search/words.ts';
import { abilitiesOf } from './abilities.ts';
import { readAgreement } from './get-agreement.ts';
import { actsForParty } from './policy.ts';

/** Throws agreement.dates_reversed, agreement.renewal_months_missing for terms that contradict themselves. */
export function checkTerms(terms: AgreementTerms): void {
  if (terms.startsOn !== null && terms.endsOn !== null && terms.endsOn < terms.startsOn)
    throw new Problem('agreement.dates_reversed');
  if (terms.renewal !== 'none' && terms.renewalMonths === null) throw new Problem('agreement.renewal_months_missing');
}

/**
 * Changes the terms of the draft. While nothing is in force, the register shows them.
 * Throws agreement.not_found, agreement.no_draft, request.version_stale and what `checkTerms` throws.
 */
export async function changeTerms(
  scope: MemberScope,
  id: string,
  version: number,
  terms: AgreementTerms,
): Promise<AgreementMoved> {
  checkTerms(terms);
  const rows = await change(
    scope,
    (db) =>
      db
        .with('held', (qc) =>
          qc
            .updateTable('agreement_version')
            .from('agreement')
            .set((eb) => ({ terms: jsonb(terms), version: eb('agreement_version.version', '+', 1) }))
            .whereRef('agreement.id', '=', 'agreement_version.agreement_id')
            .where('agreement.id', '=', id)
            .where('agreement_version.state', '=', versionMachine.moves.edit.to)
            .where('agreement_version.version', '=', version)
            .where(actsForParty(scope.actor, 'agreement:change'))
            .returning(['agreement_version.agreement_id', 'agreement_version.version']),
        )
        .with('shown', (qc) =>
          qc
            .updateTable('agreement')
            .from('held')
            .set(columnsOfTerms(terms))
            .whereRef('agreement.id', '=', 'held.agreement_id')
            .where('agreement.state', '=', agreementMachine.initial)
            .returning('agreement.id'),
        )
        .with('changed', (qc) => qc.selectFrom('held').select(['held.agreement_id as id', 'held.version'])),
    { action: 'agreement.terms_changed', objectType: 'agreement' },
  );
  return rows[0] ?? (await refuse(scope, id, version));
}

/** The columns of `agreement` that repeat the terms, for filters and lists. */
export function columnsOfTerms(terms: AgreementTerms) {
  return {
    title: sql<AgreementTerms['title']>`${JSON.stringify(terms.title)}::jsonb`,
    starts_on: terms.startsOn,
    ends_on: terms.endsOn,
    renewal: terms.renewal,
    renewal_months: terms.renewalMonths,
    notice_days: terms.noticeDays,
    accession: terms.accession,
    withdrawal: terms.withdrawal,
    search_text: searchWords(...Object.values(terms.title)),
  };
}

async function refuse(scope: MemberScope, id: string, version: number): Promise<never> {
  const row = await readAgreement(scope, id);
  if (row.open?.state !== versionMachine.moves.edit.to) throw new Problem('agreement.no_draft');
  if (!abilitiesOf(scope.actor, row).propose || row.open.version === version) throw new Problem('agreement.not_found');
  throw new Problem('request.version_stale');
}
