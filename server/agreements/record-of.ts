import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import { Value } from 'typebox/value';
import { AccessGrant, Commitment } from '@collegium/contract/commitments.ts';
import { commitmentFaults, grantFaults } from '@collegium/contract/commitments/check.ts';
import { unfilledOf } from '@collegium/contract/agreements/unfilled.ts';
import { errorSentence } from '@collegium/contract/errors.ts';
import { Problem, type FieldProblem } from '../platform/problem/problem.ts';
import type { AgreementRow } from './detail-query.ts';

/** The record that a draft becomes when it is proposed; its parties are those of today. */
export function recordOf(row: AgreementRow, draft: NonNullable<AgreementRow['open']>): AgreementRecord {
  const base = row.versions.find((version) => version.number === draft.based_on);
  return {
    format: 'collegium.agreement/1',
    agreementId: row.id,
    reference: row.reference,
    number: draft.number,
    basedOn: base?.hash ? { number: base.number, hash: base.hash } : null,
    terms: draft.terms,
    parties: row.parties
      .filter((party) => party.left_on === null)
      .map((party) => ({
        organisationId: party.organisation_id,
        name: party.name,
        country: party.country,
        role: party.role,
      })),
    clauses: draft.draft.map((clause) => clause.body),
  };
}

/**
 * Refuses a record that cannot stand: agreement.unfilled with every gap, agreement.faulty with every promise that cannot
 * be measured, agreement.parties_too_few. Fields point into `clauses` by the clause's key.
 */
export function checkRecord(record: AgreementRecord, language: string): void {
  if (record.parties.length < 2) throw new Problem('agreement.parties_too_few');
  const unfilled = unfilledOf(record.clauses, record.terms.authenticLanguage);
  if (unfilled.length > 0) {
    const fields = unfilled.map(({ clauseKey, part, name }) => ({
      pointer: `/clauses/${clauseKey}/${part}/${name}`,
      message: errorSentence('agreement.unfilled', language, { count: 1 }),
    }));
    throw new Problem('agreement.unfilled', { count: unfilled.length }, fields);
  }
  const faults = faultsOf(record, language);
  if (faults.length > 0) throw new Problem('agreement.faulty', { count: faults.length }, faults);
}

function faultsOf(record: AgreementRecord, language: string): FieldProblem[] {
  const parties = record.parties.map(({ organisationId }) => organisationId);
  return record.clauses.flatMap(({ key, kind, commitment, access }) => {
    const at = (part: string, field: string, message: string) => ({
      pointer: `/clauses/${key}/${part}/${field}`,
      message,
    });
    if (kind === 'commitment')
      return Value.Check(Commitment, commitment)
        ? commitmentFaults(commitment, parties).map(({ code, field }) =>
            at('commitment', field, errorSentence(code, language)),
          )
        : [at('commitment', '', errorSentence('request.invalid', language, { fields: key }))];
    if (kind === 'access')
      return Value.Check(AccessGrant, access)
        ? grantFaults(access, parties).map(({ code, field }) => at('access', field, errorSentence(code, language)))
        : [at('access', '', errorSentence('request.invalid', language, { fields: key }))];
    return [];
  });
}
