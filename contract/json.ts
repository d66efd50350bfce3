/** The types that jsonb columns hold; the generator of table types imports them from here by name. */
export type { Clause } from './agreements/clause.ts';
export type { AgreementRecord } from './agreements/record.ts';
export type { AccessionSeal, AgreementSeal } from './agreements/seal.ts';
export type { TemplateContent } from './agreements/template.ts';
export type { AgreementTerms } from './agreements/terms.ts';
export type { AccessGrant, Commitment, LevelWeights } from './commitments.ts';
export type { EligibilityRule, LanguageResult } from './eligibility.ts';
export type { OfferDetails } from './kinds.ts';
export type { LocalisedText } from './localised-text.ts';
export type { SavedQuery } from './offers/saved-searches.ts';
export type { GoalResult, PlanGoal } from './participation.ts';
export type { BookingDecision } from './sharing/decision.ts';
export type { RunStatistics, WishExplanation } from './allocation.ts';

type Fact = string | number | boolean | null;

/** Facts of an audit event that its readers and subscribers need. */
export type EventDetails = Record<string, Fact | Fact[] | Record<string, string>>;

/** What the words of a notification are filled with. */
export type NotificationParameters = Record<string, string | number | Record<string, string>>;
