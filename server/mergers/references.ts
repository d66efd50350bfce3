/** Where rows name an organisation: `table.column`. */
type Reference = `${string}.${string}`;

/** What goes on under the successor as it is: whoever sees to it now needs it, and its dates are not changed. */
export const moved: readonly Reference[] = [
  'application.organisation_id',
  'agreement_template.organisation_id',
  'clause_template.organisation_id',
  'file.organisation_id',
  'organisation_identifier.organisation_id',
  'participation.home_organisation_id',
  'participation.provider_organisation_id',
  'qualification.organisation_id',
  'round.organisation_id',
];

/** What goes on under the successor and stands in a unit, which is there under the same name. */
export const movedWithUnit: readonly string[] = ['booking', 'offer', 'resource'];

/** What moves only as far as a rule of its own says, each in the file named. */
export const movedByRule: Readonly<Record<Reference, string>> = {
  'access_grant.from_id': 'promises.ts',
  'access_grant.to_id': 'promises.ts',
  'agreement_party.organisation_id': 'parties.ts',
  'agreement_request.organisation_id': 'parties.ts',
  'commitment.beneficiary_id': 'promises.ts',
  'commitment.promiser_id': 'promises.ts',
  'cooperation_flow.home_id': 'promises.ts',
  'cooperation_flow.provider_id': 'promises.ts',
  'figure_dispute.raised_for': 'promises.ts',
  'membership.organisation_id': 'people.ts',
  'organisation_interest.organisation_id': 'partnerships.ts',
  'partnership_goal.owner_id': 'partnerships.ts',
  'partnership_member.organisation_id': 'partnerships.ts',
  'partnership_request.organisation_id': 'partnerships.ts',
  'resource_share.organisation_id': 'holdings.ts',
  'unit.organisation_id': 'people.ts',
};

/** What was said or done in the old name, and stays in it. */
export const kept: readonly Reference[] = [
  'access_log.organisation_id',
  'agreement_signatory.organisation_id',
  'contribution.organisation_id',
  'organisation.merged_into_id',
  'organisation_position.organisation_id',
];
