import type { ClauseKind } from '@collegium/contract/agreements/clause';
import type { RequestKind } from '@collegium/contract/agreements/requests';
import type { ReviewStep } from '@collegium/contract/agreements/review';
import type { AccessionRule, Renewal, WithdrawalRule } from '@collegium/contract/agreements/terms';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The templates that come with Collegium, by their keys; others are the organisation's own. */
export const templateNames: Record<string, MessageDescriptor> = {
  memorandum_of_understanding: msg`Memorandum of understanding`,
  student_exchange: msg`Student exchange`,
  staff_exchange: msg`Staff exchange`,
  internship_framework: msg`Internships`,
  apprenticeship: msg`Apprenticeship`,
  joint_programme: msg`Joint programme`,
  shared_laboratory: msg`Shared laboratory`,
  mentoring_programme: msg`Mentoring`,
  research_cooperation: msg`Research`,
  funding: msg`Funding`,
  data_sharing: msg`Data sharing`,
};

export const clauseKindNames: Record<ClauseKind, MessageDescriptor> = {
  text: msg`Words`,
  commitment: msg`A promise`,
  access: msg`Access to data`,
};

export const stepNames: Record<ReviewStep, MessageDescriptor> = {
  unit: msg`Unit`,
  legal: msg`Legal review`,
  head: msg`Head`,
};

export const requestNames: Record<RequestKind, MessageDescriptor> = {
  renewal: msg`Renewal`,
  non_renewal: msg`No renewal`,
  accession: msg`Accession`,
  withdrawal: msg`Withdrawal`,
  suspension: msg`Suspension`,
  resumption: msg`Resumption`,
  termination: msg`Termination`,
};

export const renewalNames: Record<Renewal, MessageDescriptor> = {
  none: msg`Ends on its last day`,
  automatic: msg`Renews itself unless a party objects`,
  on_request: msg`Renewed when all agree`,
};

export const accessionNames: Record<AccessionRule, MessageDescriptor> = {
  all_sign: msg`By a new version that all sign`,
  in_force_parties_approve: msg`When all parties in force agree`,
  lead_approves: msg`When the lead agrees`,
};

export const withdrawalNames: Record<WithdrawalRule, MessageDescriptor> = {
  all_agree: msg`When all agree`,
  by_notice: msg`By notice`,
};
