// Made from the migrations by `npm run generate`; `npm run check` compares.
import type { Generated, GeneratedAlways } from 'kysely';
import type {
  AccessGrant,
  AccessionSeal,
  AgreementRecord,
  AgreementSeal,
  AgreementTerms,
  BookingDecision,
  Clause,
  Commitment,
  EligibilityRule,
  EventDetails,
  GoalResult,
  LanguageResult,
  LevelWeights,
  LocalisedText,
  NotificationParameters,
  OfferDetails,
  PlanGoal,
  RunStatistics,
  SavedQuery,
  TemplateContent,
  WishExplanation,
} from '@collegium/contract/json.ts';

export interface PlatformTables {
  'platform.account': PlatformAccountTable;
  'platform.credential': PlatformCredentialTable;
  'platform.machine_token': PlatformMachineTokenTable;
  'platform.network': PlatformNetworkTable;
  'platform.rate_limit': PlatformRateLimitTable;
  'platform.sign_in': PlatformSignInTable;
  'platform.verification': PlatformVerificationTable;
}

export interface NetworkTables {
  access_grant: AccessGrantTable;
  access_log: AccessLogTable;
  agreement: AgreementTable;
  agreement_delegate: AgreementDelegateTable;
  agreement_guest: AgreementGuestTable;
  agreement_health: AgreementHealthTable;
  agreement_party: AgreementPartyTable;
  agreement_request: AgreementRequestTable;
  agreement_request_answer: AgreementRequestAnswerTable;
  agreement_reviewer: AgreementReviewerTable;
  agreement_signatory: AgreementSignatoryTable;
  agreement_signature: AgreementSignatureTable;
  agreement_signing: AgreementSigningTable;
  agreement_template: AgreementTemplateTable;
  agreement_version: AgreementVersionTable;
  allocation: AllocationTable;
  application: ApplicationTable;
  audit_checkpoint: AuditCheckpointTable;
  audit_event: AuditEventTable;
  audit_leaf: AuditLeafTable;
  booking: BookingTable;
  booking_approval: BookingApprovalTable;
  booking_attendee: BookingAttendeeTable;
  booking_charge: BookingChargeTable;
  booking_invitation: BookingInvitationTable;
  booking_item: BookingItemTable;
  booking_resource: BookingResourceTable;
  booking_series: BookingSeriesTable;
  booking_swap: BookingSwapTable;
  calendar_feed: CalendarFeedTable;
  clause_comment: ClauseCommentTable;
  clause_template: ClauseTemplateTable;
  commitment: CommitmentTable;
  commitment_entry: CommitmentEntryTable;
  commitment_figure: CommitmentFigureTable;
  contribution: ContributionTable;
  cooperation_flow: CooperationFlowTable;
  draft_clause: DraftClauseTable;
  figure_dispute: FigureDisputeTable;
  file: FileTable;
  idempotency_key: IdempotencyKeyTable;
  import: ImportTable;
  import_problem: ImportProblemTable;
  journal_entry: JournalEntryTable;
  learner_profile: LearnerProfileTable;
  loan_reminder: LoanReminderTable;
  mail: MailTable;
  membership: MembershipTable;
  notification: NotificationTable;
  offer: OfferTable;
  offer_attachment: OfferAttachmentTable;
  organisation: OrganisationTable;
  organisation_identifier: OrganisationIdentifierTable;
  organisation_interest: OrganisationInterestTable;
  organisation_position: OrganisationPositionTable;
  outcome: OutcomeTable;
  outside_busy: OutsideBusyTable;
  outside_calendar: OutsideCalendarTable;
  participation: ParticipationTable;
  partnership: PartnershipTable;
  partnership_goal: PartnershipGoalTable;
  partnership_group: PartnershipGroupTable;
  partnership_member: PartnershipMemberTable;
  partnership_person: PartnershipPersonTable;
  partnership_request: PartnershipRequestTable;
  partnership_unit: PartnershipUnitTable;
  passport: PassportTable;
  person: PersonTable;
  plan: PlanTable;
  plan_approval: PlanApprovalTable;
  preference: PreferenceTable;
  qualification: QualificationTable;
  qualification_recognition: QualificationRecognitionTable;
  quota_use: QuotaUseTable;
  ranking: RankingTable;
  resource: ResourceTable;
  resource_agreement: ResourceAgreementTable;
  resource_exception: ResourceExceptionTable;
  resource_file: ResourceFileTable;
  resource_item: ResourceItemTable;
  resource_offer: ResourceOfferTable;
  resource_opening: ResourceOpeningTable;
  resource_part: ResourcePartTable;
  resource_qualification: ResourceQualificationTable;
  resource_quota: ResourceQuotaTable;
  resource_rate: ResourceRateTable;
  resource_share: ResourceShareTable;
  resource_status: ResourceStatusTable;
  round: RoundTable;
  round_learner: RoundLearnerTable;
  round_offer: RoundOfferTable;
  run: RunTable;
  saved_search: SavedSearchTable;
  seal_key: SealKeyTable;
  session: SessionTable;
  setting: SettingTable;
  signing_link: SigningLinkTable;
  unit: UnitTable;
  version_approval: VersionApprovalTable;
}

/** The sign-in of a human: one for all networks. */
export interface PlatformAccountTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** A way in to an account: a password hash, or an identity at an outside provider. */
export interface PlatformCredentialTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** A token for machines: acts as the account in one network. Only its SHA-256 is stored. */
export interface PlatformMachineTokenTable {
  id: string;
  network_slug: string;
  account_id: string;
  membership_id: string | null;
  name: string;
  token_sha256: string;
  scopes: string[];
  created_at: Generated<Date>;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

/** A collaboration space with its own organisations, people and rules, in the schema network_<slug>. */
export interface PlatformNetworkTable {
  slug: string;
  name: string;
  is_sample: Generated<boolean>;
  created_at: Generated<Date>;
}

/** Attempts per address and path, shared by all processes. last_request is in epoch milliseconds. */
export interface PlatformRateLimitTable {
  id: string;
  key: string;
  count: number;
  last_request: number;
}

/** A signed-in browser, known by the token in its cookie. Called sign-in because a session is a dated run of an offer. */
export interface PlatformSignInTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** One-time values of magic links and password resets. */
export interface PlatformVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** What a clause in force opens about learners: for which purpose, which fields, from whom to whom, and when. It opens nothing unless the agreement is in force for both on the day of reading. */
export interface AccessGrantTable {
  id: string;
  agreement_id: string;
  agreement_version_id: string;
  clause_key: string;
  title: LocalisedText;
  terms: AccessGrant;
  purpose: string;
  fields: string[];
  from_id: string | null;
  to_id: string | null;
  about: 'participants' | 'learners';
  starts_on: string;
  ends_on: string;
  created_at: Date;
  closed_on: string | null;
}

/** Who looked at whose data under which clause: written in the statement that reads. */
export interface AccessLogTable {
  id: string;
  person_id: string;
  access_grant_id: string;
  reader_id: string;
  organisation_id: string;
  fields: string[];
  at: Date;
}

/** What parties promise each other: one record, one copy, one history. The terms here are those in force, or those of the first draft while nothing is in force yet. */
export interface AgreementTable {
  id: string;
  reference: string;
  partnership_id: string | null;
  template: string;
  state: Generated<'negotiating' | 'in_force' | 'suspended' | 'terminated' | 'expired' | 'abandoned'>;
  title: LocalisedText;
  starts_on: string | null;
  ends_on: string | null;
  renewal: Generated<'none' | 'automatic' | 'on_request'>;
  renewal_months: number | null;
  notice_days: Generated<number>;
  accession: Generated<'all_sign' | 'in_force_parties_approve' | 'lead_approves'>;
  withdrawal: Generated<'all_agree' | 'by_notice'>;
  in_force_version_id: string | null;
  entered_into_force_at: Date | null;
  ended_at: Date | null;
  end_reason: string | null;
  dormant_since: Date | null;
  search_text: Generated<string>;
  search: GeneratedAlways<string | null>;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
}

/** Who may sign in a signatory's place. */
export interface AgreementDelegateTable {
  signatory_id: string;
  person_id: string;
  named_at: Date;
  named_by: string;
}

/** A person who is invited to the negotiation beside those whom their role brings: to edit, or to comment. */
export interface AgreementGuestTable {
  agreement_id: string;
  person_id: string;
  may: 'edit' | 'comment';
  invited_at: Date;
  invited_by: string | null;
  invited_for: string;
}

/** Whether an agreement is kept: the words of its commitments, counted, and the weakest. Judged anew when a figure changes and on the day on which time alone changes a word. */
export interface AgreementHealthTable {
  agreement_id: string;
  word: 'kept' | 'on_track' | 'at_risk' | 'missed' | 'not_yet_due';
  kept: number;
  on_track: number;
  at_risk: number;
  missed: number;
  not_yet_due: number;
  weakest_commitment_id: string | null;
  weakest_period: number | null;
  changes_on: string | null;
  judged_at: Date;
}

/** Who negotiates, and who is bound: joined_on is null until the agreement is in force for the party; left_on is the first day on which it is not. */
export interface AgreementPartyTable {
  agreement_id: string;
  organisation_id: string;
  position: number;
  role: Generated<'lead' | 'party'>;
  chain: Generated<string[]>;
  responsible_id: string | null;
  joined_on: string | null;
  left_on: string | null;
}

/** What a party asks for in the life of an agreement without a new version: renewal, accession, withdrawal, suspension, termination. Takes effect on effective_on once those who must agree have. */
export interface AgreementRequestTable {
  id: string;
  agreement_id: string;
  kind: 'renewal' | 'non_renewal' | 'accession' | 'withdrawal' | 'suspension' | 'resumption' | 'termination';
  organisation_id: string;
  asked_for: string;
  asked_at: Date;
  asked_by: string | null;
  reason: string;
  effective_on: string;
  new_end_on: string | null;
  needs: 'notice' | 'lead' | 'all';
  state: Generated<'open' | 'agreed' | 'refused' | 'recalled' | 'done'>;
  agreed_at: Date | null;
  done_at: Date | null;
  seal: AccessionSeal | null;
}

/** What a party answered to a request in the life of an agreement. */
export interface AgreementRequestAnswerTable {
  agreement_request_id: string;
  organisation_id: string;
  decision: 'agreed' | 'refused';
  reason: string | null;
  person_id: string;
  at: Date;
  signed_name: string | null;
  office: string | null;
  version_hash: string | null;
  statement: string | null;
}

/** The person whom a party named for a step of its review; without one the role decides. */
export interface AgreementReviewerTable {
  agreement_id: string;
  organisation_id: string;
  step: 'unit' | 'legal' | 'head';
  person_id: string;
}

/** Who is to sign a version, for whom and in which order. Neither person nor address: any administrator of the organisation. */
export interface AgreementSignatoryTable {
  id: string;
  agreement_version_id: string;
  organisation_id: string;
  kind: Generated<'signatory' | 'witness'>;
  step: Generated<number>;
  person_id: string | null;
  name: string | null;
  email: string | null;
  office: string | null;
  language: Generated<string>;
  asked_at: Date | null;
  reminded_on: string | null;
  declined_at: Date | null;
  declined_by: string | null;
  decline_reason: string | null;
  version: Generated<number>;
}

/** A signature: who, in which function, when, on which text (version_hash), in which words. One given elsewhere counts when another party confirmed it. */
export interface AgreementSignatureTable {
  id: string;
  signatory_id: string;
  method: 'signed_in' | 'link' | 'elsewhere';
  person_id: string | null;
  email: string | null;
  name: string;
  office: string;
  version_hash: string;
  statement: string;
  language: string;
  signed_at: Date | null;
  signed_on: string | null;
  recorded_at: Date;
  recorded_for: string;
  file_id: string | null;
  confirmed_at: Date | null;
  confirmed_by: string | null;
  confirmed_for: string | null;
  refused_at: Date | null;
  refused_by: string | null;
  refused_for: string | null;
  refusal_reason: string | null;
}

/** That a version approved by all is being signed, and until when. */
export interface AgreementSigningTable {
  agreement_version_id: string;
  check_code: string;
  due_on: string;
  started_at: Date;
  started_by: string;
  started_for: string;
}

/** Templates that organisations keep, version by version; the built-in ones are data in contract/agreement-templates. */
export interface AgreementTemplateTable {
  id: string;
  number: number;
  organisation_id: string;
  content: TemplateContent;
  created_at: Date;
  created_by: string;
  archived_at: Date | null;
}

/** A text of an agreement. Draft clauses are rows of draft_clause; once proposed, content is the canonical record, immutable, named by hash. */
export interface AgreementVersionTable {
  id: string;
  agreement_id: string;
  number: number;
  based_on: number | null;
  state: Generated<'draft' | 'proposed' | 'returned' | 'approved' | 'signing' | 'sealed' | 'superseded' | 'abandoned'>;
  terms: AgreementTerms;
  content: AgreementRecord | null;
  hash: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  proposed_at: Date | null;
  proposed_by: string | null;
  approved_at: Date | null;
  sealed_at: Date | null;
  seal: AgreementSeal | null;
  closed_at: Date | null;
  closed_by: string | null;
  close_reason: string | null;
}

/** The result of a run: who holds which place, and why. offer_id is null for a learner who was not placed. */
export interface AllocationTable {
  id: string;
  run_id: string;
  application_id: string;
  offer_id: string | null;
  rank: number | null;
  explanation: Generated<WishExplanation[]>;
  placed_by_hand_at: Date | null;
  placed_by_hand_by: string | null;
  hand_reason: string | null;
}

/** A learner's request: a ranked list in a round (round_id), or one first-come seat (offer_id alone). */
export interface ApplicationTable {
  id: string;
  person_id: string;
  membership_id: string;
  organisation_id: string;
  round_id: string | null;
  offer_id: string | null;
  state: 'submitted' | 'waiting' | 'offered' | 'accepted' | 'declined' | 'withdrawn' | 'unplaced';
  queue_number: GeneratedAlways<number>;
  statement: Generated<string>;
  submitted_at: Date;
  respond_by: Date | null;
  responded_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
  version: Generated<number>;
  created_at: Date;
  decline_reason: string | null;
}

/** The signed root of the tree at a size: from then on none of its events can change unnoticed. */
export interface AuditCheckpointTable {
  size: number;
  root: Buffer;
  frontier: Buffer;
  at: Date;
  key_id: string;
  signature: Buffer;
}

/** Every change: who, on behalf of whom, what, when, why. Also the queue by which an earlier stage tells a later one. */
export interface AuditEventTable {
  id: string;
  at: Date;
  account_id: string | null;
  person_id: string | null;
  membership_id: string | null;
  organisation_id: string | null;
  action: string;
  object_type: string;
  object_id: string;
  reason: string | null;
  details: Generated<EventDetails>;
  request_id: string | null;
  dispatched_at: Date | null;
  sealed_at: Date | null;
  written_in: Generated<string | null>;
}

/** The order in which events were sealed: an event that is committed late takes a later place. No foreign key: what was removed is to be found. */
export interface AuditLeafTable {
  position: number;
  event_id: string;
  hash: Buffer;
}

/** That somebody holds resources for a time, asks to, or waits to. starts_at and ends_at are instants; time_zone is the zone of the place. */
export interface BookingTable {
  id: string;
  kind: Generated<'use' | 'maintenance' | 'offer'>;
  series_id: string | null;
  person_id: string;
  membership_id: string;
  organisation_id: string;
  unit_id: string | null;
  state: 'requested' | 'waiting' | 'offered' | 'confirmed' | 'completed' | 'no_show' | 'declined' | 'cancelled';
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  purpose: Generated<string>;
  held_for: Generated<'self' | 'group' | 'course'>;
  group_name: string | null;
  offer_id: string | null;
  cost_centre: string | null;
  people: Generated<number>;
  items_wanted: number;
  items_held: number;
  approvals_due: Generated<string[]>;
  queue_number: GeneratedAlways<number>;
  respond_by: Date | null;
  decide_at: Date | null;
  decision: BookingDecision | null;
  checked_in_at: Date | null;
  released_at: Date | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  cancellation_reason: string | null;
  is_charged: Generated<boolean>;
  price_minor: number | null;
  currency: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  service: 'guest_lecture' | 'consultation' | 'mentoring' | 'staff_exchange' | 'research_visit' | null;
  place: number | null;
}

/** Who agreed to a booking or refused it, in the order of its chain. */
export interface BookingApprovalTable {
  booking_id: string;
  side: 'home' | 'owner';
  decided_at: Date;
  decided_by: string;
  is_approved: boolean;
  reason: string | null;
}

/** Who is invited to a booking besides its holder. */
export interface BookingAttendeeTable {
  booking_id: string;
  person_id: string;
  answer: Generated<'needs_action' | 'accepted' | 'declined' | 'tentative'>;
  answered_at: Date | null;
}

/** What a booking took from which quota, so that exactly that is given back. */
export interface BookingChargeTable {
  booking_id: string;
  quota_id: string;
  subject_id: string;
  period_starts_on: string;
  minutes: number;
}

/** What a person's calendar was told of a booking by mail (RFC 5546). */
export interface BookingInvitationTable {
  booking_id: string;
  person_id: string;
  sequence: Generated<number>;
  told: string;
  cancelled_at: Date | null;
}

/** Which item is occupied from when to when, buffers included. No two rows that are not released overlap on an item: the database refuses it. */
export interface BookingItemTable {
  booking_id: string;
  item_key: number;
  resource_id: string;
  occupied_from: Date;
  occupied_until: Date;
  released_at: Date | null;
}

/** What a booking is for, and how many of it. The times are those of the booking, for the calendars of resources. */
export interface BookingResourceTable {
  booking_id: string;
  resource_id: string;
  quantity: Generated<number>;
  is_part: Generated<boolean>;
  starts_at: Date;
  ends_at: Date;
  price_minor: number | null;
}

/** A recurring booking: an RFC 5545 rule on the wall clock of its zone. Each occurrence is a booking of its own. */
export interface BookingSeriesTable {
  id: string;
  rule: string;
  starts_local: string;
  duration_minutes: number;
  time_zone: string;
  excluded_on: Generated<string[]>;
  created_at: Date;
  created_by: string | null;
}

/** The holder of booking proposes to the holder of other that they exchange. It holds for the versions it was proposed for. */
export interface BookingSwapTable {
  id: string;
  booking_id: string;
  other_id: string;
  booking_version: number;
  other_version: number;
  message: Generated<string>;
  proposed_at: Date;
  proposed_by: string;
  answered_at: Date | null;
  answered_by: string | null;
  is_accepted: boolean | null;
}

/** A secret address at which calendar programs read a person's bookings, or those of a resource. */
export interface CalendarFeedTable {
  id: string;
  person_id: string;
  resource_id: string | null;
  token_sha256: string;
  summary: Generated<string>;
  changed_at: Date;
  created_at: Date;
  revoked_at: Date | null;
}

/** What somebody said about a clause, a reply to it, or a suggestion of another wording. */
export interface ClauseCommentTable {
  id: string;
  agreement_id: string;
  agreement_version_id: string;
  clause_key: string | null;
  reply_to: string | null;
  text: string;
  suggestion: Clause | null;
  clause_version: number | null;
  organisation_id: string;
  created_at: Date;
  created_by: string;
  resolved_at: Date | null;
  resolved_by: string | null;
  resolution: 'settled' | 'accepted' | 'declined' | null;
}

/** The clauses that an organisation keeps for its agreements, version by version. */
export interface ClauseTemplateTable {
  id: string;
  number: number;
  organisation_id: string;
  body: Clause;
  created_at: Date;
  created_by: string;
  archived_at: Date | null;
}

/** A measurable promise of a version in force, taken out of its clause. What a later version says again unchanged goes on; the rest is closed. */
export interface CommitmentTable {
  id: string;
  agreement_id: string;
  agreement_version_id: string;
  clause_key: string;
  position: number;
  title: LocalisedText;
  terms: Commitment;
  measure: string;
  promiser_id: string;
  beneficiary_id: string | null;
  quantity: number;
  currency: string | null;
  starts_on: string;
  ends_on: string;
  field_code: string | null;
  level: string | null;
  kind: string | null;
  answer_days: number | null;
  resource_id: string | null;
  is_under_agreement: Generated<boolean>;
  weights: Generated<LevelWeights>;
  tolerance: Generated<number>;
  created_at: Date;
  closed_on: string | null;
}

/** The rows behind a figure: what was counted, once, with how much. */
export interface CommitmentEntryTable {
  commitment_id: string;
  period: number;
  source_id: string;
  source: 'offer' | 'participation' | 'course' | 'mentor' | 'answer' | 'booking' | 'share' | 'record';
  counted_on: string;
  amount: number;
  base: Generated<number>;
  due_on: string | null;
  left_out_at: Date | null;
}

/** Promised and delivered, per commitment and period: the sum of its entries, kept with every change of them. */
export interface CommitmentFigureTable {
  commitment_id: string;
  period: number;
  starts_on: string;
  ends_on: string;
  promised: number;
  delivered: Generated<number>;
  base: Generated<number>;
  entries: Generated<number>;
  remind_on: string | null;
  changed_at: Date;
}

/** A record of what was given: money (minor units), kind (its value), hours, a report, a meeting, or what only people can confirm. */
export interface ContributionTable {
  id: string;
  commitment_id: string;
  organisation_id: string;
  done_on: string;
  amount: number;
  currency: string | null;
  description: string;
  evidence_url: string | null;
  file_id: string | null;
  recorded_at: Date;
  recorded_by: string | null;
  countersigned_at: Date | null;
  countersigned_by: string | null;
  countersigned_for: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
  version: Generated<number>;
}

/** Who gives and who takes: places taken up, by provider, home and month. Kept with every participation. */
export interface CooperationFlowTable {
  provider_id: string;
  home_id: string;
  month: string;
  places: number;
}

/** A clause while it is negotiated: each has its own version, so that two people who edit one clause collide. */
export interface DraftClauseTable {
  id: string;
  agreement_version_id: string;
  clause_key: string;
  position: number;
  body: Clause;
  version: Generated<number>;
  changed_at: Date;
  changed_by: string | null;
}

/** A party says that a figure, or one row behind it, is wrong; another party answers. A row that both agree on is left out. */
export interface FigureDisputeTable {
  id: string;
  commitment_id: string;
  period: number;
  source_id: string | null;
  raised_for: string;
  raised_at: Date;
  raised_by: string;
  reason: string;
  state: Generated<'open' | 'accepted' | 'declined' | 'withdrawn'>;
  answered_for: string | null;
  answered_at: Date | null;
  answered_by: string | null;
  answer: string | null;
  version: Generated<number>;
}

/** An uploaded file; its bytes are in the data folder under their SHA-256. media_type is what the bytes are, not what the name says. */
export interface FileTable {
  id: string;
  organisation_id: string;
  name: string;
  media_type: string;
  size_bytes: number;
  sha256: string;
  created_at: Date;
  created_by: string;
}

/** Answers to writes that carried Idempotency-Key, replayed when the same request comes again within a day. */
export interface IdempotencyKeyTable {
  person_id: string;
  key: string;
  request_sha256: string;
  status: number | null;
  body: string | null;
  headers: unknown | null;
  created_at: Date;
}

/** One reading of a file: what it was, how its columns were mapped, and what came of it. */
export interface ImportTable {
  id: string;
  kind: 'organisations' | 'offers' | 'people' | 'agreements';
  file_name: string;
  file_sha256: string;
  mapping: Generated<unknown>;
  on_error: 'apply_valid' | 'apply_nothing';
  is_dry_run: boolean;
  state: 'running' | 'finished' | 'refused' | 'failed';
  rows_read: Generated<number>;
  rows_valid: Generated<number>;
  rows_created: Generated<number>;
  rows_unchanged: Generated<number>;
  started_at: Date;
  started_by: string | null;
  finished_at: Date | null;
  error: string | null;
}

/** What was wrong with a row, and what to do; the first thousand of an import are kept. */
export interface ImportProblemTable {
  import_id: string;
  row_number: number;
  position: number;
  field: string | null;
  code: string;
  message: string;
}

/** What a learner did on a day and for how long; confirmed by the provider's supervisor. */
export interface JournalEntryTable {
  id: string;
  participation_id: string;
  done_on: string;
  minutes: number;
  text: string;
  version: Generated<number>;
  created_at: Date;
  confirmed_at: Date | null;
  confirmed_by: string | null;
}

/** The facts about a learner that eligibility rules ask for. */
export interface LearnerProfileTable {
  person_id: string;
  level: 'school' | 'vocational' | 'bachelor' | 'master' | 'doctoral' | 'continuing' | null;
  field_code: string | null;
  grade_average: number | null;
  grade_average_maximum: number | null;
  terms_completed: number | null;
  language_results: Generated<LanguageResult[]>;
  version: Generated<number>;
  updated_at: Date;
}

/** That the holder of a loan was reminded: so many days after it is due, negative before. A loan that is extended or called back is due anew. */
export interface LoanReminderTable {
  booking_id: string;
  due_at: Date;
  day: number;
  reminded_at: Date;
}

/** Mail to be sent, written in the transaction that caused it. The id makes the Message-ID, so a repeated delivery can be recognised. */
export interface MailTable {
  id: string;
  to_address: string;
  subject: string;
  body_text: string;
  body_html: string;
  unsubscribe_url: string | null;
  created_at: Date;
  attempts: Generated<number>;
  next_attempt_at: Date;
  sent_at: Date | null;
  failed_at: Date | null;
  last_error: string | null;
  calendar_method: string | null;
  calendar_text: string | null;
}

/** What a person is in an organisation, with role, dates and evidence. People act on behalf of one membership at a time. */
export interface MembershipTable {
  id: string;
  person_id: string;
  organisation_id: string;
  unit_id: string | null;
  role: 'network_administrator' | 'coordinator' | 'organisation_administrator' | 'teacher' | 'learner' | 'host_supervisor' | 'evaluator';
  started_on: string;
  ended_on: string | null;
  ended_by: string | null;
  evidence: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
}

/** What a person should know, made from an event; the words are chosen where it is read, in the reader's language. */
export interface NotificationTable {
  id: string;
  person_id: string;
  event_id: string;
  kind: string;
  parameters: Generated<NotificationParameters>;
  path: string;
  created_at: Date;
  read_at: Date | null;
}

/** Something a partner makes available. Columns are common to all kinds; what a kind adds stands in details, by its schema in contract/kinds. */
export interface OfferTable {
  id: string;
  kind: 'internship' | 'course' | 'exchange_place' | 'resource_time';
  organisation_id: string;
  unit_id: string | null;
  state: Generated<'draft' | 'published' | 'withdrawn'>;
  title: LocalisedText;
  description: Generated<LocalisedText>;
  field_code: string | null;
  skills: Generated<string[]>;
  level: 'school' | 'vocational' | 'bachelor' | 'master' | 'doctoral' | 'continuing' | null;
  languages: Generated<string[]>;
  mode: Generated<'on_site' | 'online' | 'mixed'>;
  city: string | null;
  country: string | null;
  time_zone: Generated<string>;
  term: string | null;
  starts_on: string | null;
  ends_on: string | null;
  places: number;
  places_taken: Generated<number>;
  allocated_by: 'round' | 'first_come';
  audience: Generated<'network' | 'partners' | 'agreement' | 'own'>;
  applications_open_at: Date | null;
  applications_close_at: Date | null;
  eligibility: Generated<EligibilityRule[]>;
  credits_ects: number | null;
  hours: number | null;
  details: Generated<OfferDetails>;
  external_source: string | null;
  external_id: string | null;
  search_text: Generated<string>;
  search: GeneratedAlways<string | null>;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  published_at: Date | null;
  published_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawal_reason: string | null;
  queue_length: Generated<number>;
  agreement_id: string | null;
  asks_statement: Generated<boolean>;
  over_at: Date | null;
}

/** Files shown with an offer, in order. */
export interface OfferAttachmentTable {
  offer_id: string;
  file_id: string;
  position: number;
}

/** Any party: university, company, public body … Units form a tree below it. */
export interface OrganisationTable {
  id: string;
  kind: 'university' | 'school' | 'vocational_school' | 'research_institute' | 'company' | 'public_body' | 'ngo' | 'international_organisation' | 'community_organisation';
  name: string;
  short_mark: string;
  country: string | null;
  city: string | null;
  website: string | null;
  description: Generated<LocalisedText>;
  search_text: Generated<string>;
  search: GeneratedAlways<string | null>;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  archived_at: Date | null;
  archived_by: string | null;
  archive_reason: string | null;
  merged_into_id: string | null;
  link_resolver: string | null;
  open_url_base: string | null;
}

/** What other registers call this organisation; an identifier belongs to one organisation. */
export interface OrganisationIdentifierTable {
  scheme: 'erasmus' | 'pic' | 'oid' | 'ror' | 'uai' | 'schac' | 'domain' | 'local';
  value: string;
  organisation_id: string;
}

/** What an organisation is strong in and what it looks for, as it says itself: where suggestions of partners come from. */
export interface OrganisationInterestTable {
  id: string;
  organisation_id: string;
  direction: 'strength' | 'need';
  field_code: string;
  offer_kind: 'internship' | 'course' | 'exchange_place' | 'resource_time' | null;
  note: Generated<string>;
  position: number;
  declared_at: Date;
}

/** Where an organisation is, in degrees; for distances and the map. */
export interface OrganisationPositionTable {
  organisation_id: string;
  latitude: number;
  longitude: number;
}

/** What came of a participation: assessed by the provider, countersigned by the learner, recognised by the home organisation. */
export interface OutcomeTable {
  id: string;
  participation_id: string;
  state: 'assessed' | 'countersigned' | 'recognised' | 'not_recognised';
  goal_results: GoalResult[];
  provider_statement: string;
  grade: string | null;
  grade_scale: string | null;
  credits_ects_proposed: number | null;
  assessed_at: Date;
  assessed_by: string;
  learner_statement: string | null;
  countersigned_at: Date | null;
  recognised_at: Date | null;
  recognised_by: string | null;
  credits_ects_recognised: number | null;
  grade_recognised: string | null;
  grade_scale_recognised: string | null;
  refusal_reason: string | null;
  version: Generated<number>;
}

/** When the owner of an outside calendar is busy; none overlap. */
export interface OutsideBusyTable {
  outside_calendar_id: string;
  starts_at: Date;
  ends_at: Date;
}

/** A calendar that a person keeps elsewhere. Only when they are busy is read from it, never what for. */
export interface OutsideCalendarTable {
  id: string;
  person_id: string;
  name: string;
  address: string;
  etag: string | null;
  read_at: Date | null;
  due_at: Date;
  failure: string | null;
  failing_since: Date | null;
  created_at: Date;
}

/** Somebody taking up a place: enrolment, placement, exchange. */
export interface ParticipationTable {
  id: string;
  application_id: string;
  offer_id: string;
  person_id: string;
  home_organisation_id: string;
  provider_organisation_id: string;
  state: 'planning' | 'agreed' | 'active' | 'completed' | 'ended_early' | 'cancelled';
  version: Generated<number>;
  created_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  ended_by: string | null;
  end_reason: string | null;
}

/** Organisations working to stated goals: the second key for acts across organisations. */
export interface PartnershipTable {
  id: string;
  name: string;
  model: 'bilateral' | 'consortium' | 'community' | 'digital' | 'industry_university_research';
  purpose: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  is_open: Generated<boolean>;
  public_fields: Generated<string[]>;
  ended_on: string | null;
  ended_by: string | null;
  end_reason: string | null;
}

/** What a partnership works to, who sees to it, and by when. */
export interface PartnershipGoalTable {
  id: string;
  partnership_id: string;
  text: string;
  owner_id: string;
  due_on: string | null;
  reached_on: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
}

/** A working group of a partnership. */
export interface PartnershipGroupTable {
  id: string;
  partnership_id: string;
  name: string;
  purpose: Generated<string>;
  created_at: Date;
  version: Generated<number>;
}

/** Who belongs to a partnership, in which role and when. */
export interface PartnershipMemberTable {
  partnership_id: string;
  organisation_id: string;
  role: 'lead' | 'partner' | 'associated' | 'funder' | 'observer';
  joined_on: string;
  left_on: string | null;
}

/** Whom to ask (no group), or who belongs to a working group. */
export interface PartnershipPersonTable {
  id: string;
  partnership_id: string;
  group_id: string | null;
  person_id: string;
  organisation_id: string;
  function: Generated<string>;
  added_at: Date;
}

/** An organisation asks to join, or is asked to. */
export interface PartnershipRequestTable {
  id: string;
  partnership_id: string;
  organisation_id: string;
  kind: 'application' | 'invitation';
  message: string;
  state: Generated<'open' | 'accepted' | 'declined' | 'withdrawn'>;
  asked_at: Date;
  asked_by: string;
  answered_at: Date | null;
  answered_by: string | null;
  answer: string | null;
  version: Generated<number>;
  role: Generated<'lead' | 'partner' | 'associated' | 'funder' | 'observer'>;
}

/** The units of a member that take part; the whole organisation when there are none. */
export interface PartnershipUnitTable {
  partnership_id: string;
  organisation_id: string;
  unit_id: string;
}

/** That somebody has a qualification, from when to when. It holds up to the day before expires_on. */
export interface PassportTable {
  id: string;
  qualification_id: string;
  person_id: string;
  issued_on: string;
  expires_on: string | null;
  evidence: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  revoked_at: Date | null;
  revoked_by: string | null;
  revocation_reason: string | null;
}

/** A human in this network. account_id names platform.account, which is in another schema and so has no foreign key. */
export interface PersonTable {
  id: string;
  account_id: string | null;
  name: string;
  email: string | null;
  language: Generated<string>;
  time_zone: Generated<string>;
  mail_preference: Generated<'each' | 'none'>;
  acting_membership_id: string | null;
  version: Generated<number>;
  created_at: Date;
}

/** What will be learnt, when, how long and with whom. A version is immutable: a change is a new number, and the last one agreed by all three stays in force. */
export interface PlanTable {
  id: string;
  participation_id: string;
  number: number;
  goals: PlanGoal[];
  tasks: Generated<string>;
  starts_on: string;
  ends_on: string;
  hours: number;
  provider_supervisor_id: string | null;
  home_supervisor_id: string | null;
  created_at: Date;
  created_by: string | null;
  agreed_at: Date | null;
}

/** Which of the three parties agreed to a version of the plan, who, and when. */
export interface PlanApprovalTable {
  plan_id: string;
  party: 'learner' | 'provider' | 'home';
  person_id: string;
  organisation_id: string;
  approved_at: Date;
}

/** The ranked list of an application: rank 1 is wanted most. */
export interface PreferenceTable {
  application_id: string;
  rank: number;
  offer_id: string;
}

/** What somebody must have learnt before they may book: a safety instruction, a licence to operate. */
export interface QualificationTable {
  id: string;
  organisation_id: string;
  name: LocalisedText;
  description: Generated<LocalisedText>;
  valid_months: number | null;
  offer_id: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  archived_at: Date | null;
}

/** A passport for recognised_id opens whatever asks for qualification_id, as the owner of the latter decided. */
export interface QualificationRecognitionTable {
  qualification_id: string;
  recognised_id: string;
  recognised_at: Date;
  recognised_by: string | null;
}

/** How much of a quota somebody used in a period. Counted in the statement that books, so that the check refuses what two requests at once would exceed. */
export interface QuotaUseTable {
  quota_id: string;
  subject_id: string;
  period_starts_on: string;
  used_minutes: number;
  limit_minutes: number;
}

/** How a provider ranks the learners who wish for its offer. Equal positions are ties; a null position means not acceptable. */
export interface RankingTable {
  round_id: string;
  offer_id: string;
  person_id: string;
  position: number | null;
}

/** What an organisation shares: a laboratory, an instrument, a room, a collection, a person's hours. Its rules are columns; opening hours, quotas, rates and needed qualifications have tables. */
export interface ResourceTable {
  id: string;
  kind: 'laboratory' | 'equipment' | 'room' | 'training_base' | 'collection' | 'online_resource' | 'person_time' | 'vehicle';
  organisation_id: string;
  unit_id: string | null;
  person_id: string | null;
  state: Generated<'in_service' | 'maintenance' | 'retired'>;
  name: LocalisedText;
  description: Generated<LocalisedText>;
  skills: Generated<string[]>;
  field_code: string | null;
  accessories: Generated<string[]>;
  address: string | null;
  city: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  time_zone: string;
  url: string | null;
  shared_as: Generated<'whole' | 'items' | 'seats'>;
  audience: Generated<'network' | 'partners' | 'own'>;
  grid_minutes: Generated<number>;
  shortest_minutes: Generated<number>;
  longest_minutes: Generated<number>;
  notice_minutes: Generated<number>;
  horizon_days: Generated<number>;
  buffer_before_minutes: Generated<number>;
  buffer_after_minutes: Generated<number>;
  cancel_notice_minutes: Generated<number>;
  approval_chain: Generated<string[]>;
  check_in: Generated<'none' | 'page' | 'code'>;
  check_in_code: string | null;
  release_after_minutes: number | null;
  accept_within_minutes: number | null;
  fair_share_hours: number | null;
  external_source: string | null;
  external_id: string | null;
  search_text: Generated<string>;
  search: GeneratedAlways<string | null>;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  state_since: Date;
  state_reason: string | null;
  merged_into_id: string | null;
  services: Generated<string[]>;
  turn: Generated<number>;
  isbn: string | null;
  issn: string | null;
  doi: string | null;
}

/** Agreements that the owner named: partners of a resource that names some are the other parties, while one of them binds both. A resource that names none counts whoever shares a partnership. */
export interface ResourceAgreementTable {
  resource_id: string;
  agreement_id: string | null;
}

/** A day that differs: closed (a holiday), or open at other hours. */
export interface ResourceExceptionTable {
  resource_id: string;
  on_date: string;
  opens_minute: number | null;
  closes_minute: number | null;
  note: Generated<string>;
}

/** Photographs and documents of a resource, in order. */
export interface ResourceFileTable {
  resource_id: string;
  file_id: string;
  shown_as: 'photograph' | 'manual' | 'safety' | 'other';
  position: number;
}

/** What is held: the whole resource (number 1), each item of a pool, each seat. */
export interface ResourceItemTable {
  key: GeneratedAlways<number>;
  resource_id: string;
  number: number;
  label: string | null;
  retired_at: Date | null;
}

/** Offers that use a resource, such as the courses it serves; said by its owner. */
export interface ResourceOfferTable {
  resource_id: string;
  offer_id: string | null;
}

/** Weekly opening hours at the place, and for whom: Monday is 1, minutes from midnight. Without any the resource is always open for its audience. */
export interface ResourceOpeningTable {
  resource_id: string;
  weekday: number;
  opens_minute: number;
  closes_minute: number;
  audience: 'network' | 'partners' | 'own';
}

/** Who books the resource books its parts with it. */
export interface ResourcePartTable {
  resource_id: string;
  part_id: string;
}

/** Training gates: who books needs a passport for each, valid until the booking ends. */
export interface ResourceQualificationTable {
  resource_id: string;
  qualification_id: string;
}

/** How long somebody may hold the resource in a period. Per everybody: the limit of the resource itself, for instance of a person's contract. */
export interface ResourceQuotaTable {
  id: string;
  resource_id: string;
  per: 'person' | 'unit' | 'organisation' | 'everybody';
  period: 'day' | 'week' | 'month' | 'year' | 'term';
  limit_minutes: number;
  starts_on: string | null;
  ends_on: string | null;
}

/** The price of an hour of one item: internal (own), partner, outside (network). */
export interface ResourceRateTable {
  resource_id: string;
  audience: 'network' | 'partners' | 'own';
  amount_minor: number;
  currency: string;
}

/** Hours promised to a partner, from first to last day. When more is asked for than there is, who used least of its share goes first. */
export interface ResourceShareTable {
  id: string;
  resource_id: string;
  organisation_id: string;
  promised_minutes: number;
  starts_on: string;
  ends_on: string;
  commitment_id: string | null;
}

/** The states a resource went through. */
export interface ResourceStatusTable {
  resource_id: string;
  since: Date;
  state: 'in_service' | 'maintenance' | 'retired';
  reason: string | null;
  set_by: string | null;
}

/** A period in which applications for many offers are collected and allocated together. */
export interface RoundTable {
  id: string;
  organisation_id: string;
  name: LocalisedText;
  term: string | null;
  state: Generated<'draft' | 'open' | 'closed' | 'review' | 'published' | 'cancelled'>;
  opens_at: Date;
  closes_at: Date;
  respond_by: Date | null;
  wishes_minimum: Generated<number>;
  wishes_maximum: Generated<number>;
  ranked_by: 'provider_ranking' | 'score' | 'lottery';
  score_rule: string | null;
  seed: string | null;
  seed_commitment: string | null;
  seed_committed_at: Date | null;
  seed_revealed_at: Date | null;
  published_run_id: string | null;
  published_at: Date | null;
  published_by: string | null;
  cancelled_at: Date | null;
  cancelled_by: string | null;
  cancellation_reason: string | null;
  version: Generated<number>;
  created_at: Date;
  created_by: string | null;
  pseudonym_salt: string | null;
}

/** The learner memberships invited to a round, with the published score where the round ranks by score. */
export interface RoundLearnerTable {
  round_id: string;
  membership_id: string;
  score: number | null;
}

/** The offers of a round. */
export interface RoundOfferTable {
  round_id: string;
  offer_id: string;
  ranking_version: Generated<number>;
  ranked_at: Date | null;
  ranked_by: string | null;
  running_since: Date | null;
}

/** One execution of an allocation method on frozen input. */
export interface RunTable {
  id: string;
  round_id: string;
  number: number;
  state: 'running' | 'finished' | 'failed' | 'superseded' | 'cancelled';
  method: string;
  input_sha256: string | null;
  input: string | null;
  statistics: RunStatistics | null;
  progress: Generated<number>;
  error: string | null;
  started_at: Date;
  started_by: string | null;
  finished_at: Date | null;
  is_repeatable: boolean | null;
  cancelled_by: string | null;
}

/** A search in the catalogue that somebody keeps for later, under a name of their own. */
export interface SavedSearchTable {
  id: string;
  person_id: string;
  name: string;
  query: SavedQuery;
  created_at: Date;
}

/** Public Ed25519 keys that sealed this network, each endorsing the one before it. Private keys are never in the database. */
export interface SealKeyTable {
  id: string;
  public_key: Buffer;
  first_used_at: Date;
  predecessor_id: string | null;
  predecessor_size: number | null;
  predecessor_root: Buffer | null;
  endorsement: Buffer | null;
}

/** A dated run of an offer. Instants; time_zone is the zone of the place, in which local times are shown. */
export interface SessionTable {
  id: string;
  offer_id: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  place: string | null;
  note: string | null;
}

/** The rules of this network: one row. */
export interface SettingTable {
  id: Generated<number>;
  small_group_threshold: Generated<number>;
  languages: Generated<string[]>;
  time_zone: Generated<string>;
  version: Generated<number>;
}

/** A link by which somebody without an account reads and signs once. Only hashes of link and code are kept. */
export interface SigningLinkTable {
  id: string;
  signatory_id: string;
  token_sha256: string;
  email: string;
  sent_at: Date;
  expires_at: Date;
  replaced_at: Date | null;
  used_at: Date | null;
  code_sha256: string | null;
  code_sent_at: Date | null;
  code_attempts: Generated<number>;
}

/** Faculty, department, plant: the tree below an organisation. */
export interface UnitTable {
  id: string;
  organisation_id: string;
  parent_id: string | null;
  name: string;
  version: Generated<number>;
  created_at: Date;
  archived_at: Date | null;
}

/** What a step of a party's review decided about a proposed version, who and when. */
export interface VersionApprovalTable {
  agreement_version_id: string;
  organisation_id: string;
  step: 'unit' | 'legal' | 'head';
  decision: 'approved' | 'change_asked';
  reason: string | null;
  person_id: string;
  at: Date;
}
