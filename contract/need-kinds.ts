/** The closed list of what can wait for somebody. */
export const needKinds = [
  'respond_to_place',
  'rank_wishes',
  'propose_plan',
  'approve_plan',
  'log_hours',
  'countersign_outcome',
  'publish_offer',
  'rank_applicants',
  'confirm_hours',
  'complete_participation',
  'assess_outcome',
  'recognise_outcome',
  'open_round',
  'run_round',
  'publish_round',
  'sign_agreement',
  'name_signatories',
  'confirm_document',
] as const;
export type NeedKind = (typeof needKinds)[number];
