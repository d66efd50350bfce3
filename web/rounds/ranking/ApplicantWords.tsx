import type { Applicant } from '@collegium/contract/ranking';

/** Who applies, from where, and in which words. */
export function ApplicantWords({ applicant }: { applicant: Applicant | undefined }) {
  if (!applicant) return null;
  return (
    <div>
      <span className="row-t">{applicant.name}</span> <span className="sub">{applicant.organisation.name}</span>
      {applicant.statement !== '' && <p className="cap applicant-words">{applicant.statement}</p>}
    </div>
  );
}
