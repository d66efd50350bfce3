import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import { Value } from 'typebox/value';
import { AccessGrant, Commitment } from '@collegium/contract/commitments.ts';
import { unfilledOf } from '@collegium/contract/agreements/unfilled.ts';
import { errorSentence } from '@collegium/contract/errors.ts';
import { Problem, type FieldProblem } from '../platform/problem/problem.ts';
import type { AgreementRow } from './detail-query.ts';
import { faultsOf } from './faults.ts';

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
  const faults = faultsIn(record, language);
  if (faults.length > 0) throw new Problem('agreement.faulty', { count: faults.length }, faults);
}

function faultsIn(record: AgreementRecord, language: string): FieldProblem[] {
  const parties = record.parties.map(({ organisationId }) => organisationId);
  const { authenticLanguage } = record.terms;
  const unreadable = record.clauses.filter(({ kind, commitment, access }) =>
    kind === 'commitment'
      ? !Value.Check(Commitment, commitment)
      : kind === 'access' && !Value.Check(AccessGrant, access),
  );
  return [
    ...faultsOf({ clauses: record.clauses, parties, authenticLanguage }, language).map(
      ({ clauseKey, part, name, message }) => ({ pointer: `/clauses/${clauseKey}/${part}/${name}`, message }),
    ),
    ...unreadable.map(({ key, kind }) => ({
      pointer: `/clauses/${key}/${kind}`,
      message: errorSentence('request.invalid', language, { fields: key }),
    })),
  ];
}
