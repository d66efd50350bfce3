import type { Clause, DraftAccess, DraftCommitment } from './clause.ts';
import type { TemplateContent } from './template.ts';
import type { AgreementTerms } from './terms.ts';

/**
 * A clause as it is kept for other agreements: what was filled in for these parties and days is empty again; how a promise
 * is measured, and what is opened for which purpose, stay.
 */
export function blankClause({ commitment, access, ...clause }: Clause): Clause {
  return {
    ...clause,
    fields: clause.fields.map((field) => ({ ...field, value: null })),
    ...(commitment && { commitment: blankCommitment(commitment) }),
    ...(access && { access: blankAccess(access) }),
  };
}

/** A text as a template: no days, no parties, every gap open. */
export function blankTemplate(
  { title, startsOn: _from, endsOn: _until, ...terms }: AgreementTerms,
  clauses: readonly Clause[],
): TemplateContent {
  return {
    title,
    purpose: title,
    terms: { ...terms, startsOn: null, endsOn: null },
    clauses: clauses.map(blankClause),
  };
}

function blankCommitment(commitment: DraftCommitment): DraftCommitment {
  const { promiser: _who, beneficiary, periodStart: _from, periodEnd: _until, filters, ...kept } = commitment;
  const { resourceId: _resource, ...counted } = filters ?? {};
  return {
    ...kept,
    ...(beneficiary === 'all' && { beneficiary }),
    ...(Object.keys(counted).length > 0 && { filters: counted }),
  };
}

function blankAccess(access: DraftAccess): DraftAccess {
  const { from, to, start: _from, end: _until, ...kept } = access;
  return { ...kept, ...(from === 'all' && { from }), ...(to === 'all' && { to }) };
}
