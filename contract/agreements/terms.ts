import { Type, type Static } from 'typebox';
import { Day, Nullable, OneOf, RequiredText } from '../schema.ts';

/** none: ends on its day. automatic: goes on unless a party objects in time. on_request: goes on when all agree. */
export const renewals = ['none', 'automatic', 'on_request'] as const;
export type Renewal = (typeof renewals)[number];

/** How somebody joins: by a new version that all sign; when the parties in force approve; when the lead approves. */
export const accessionRules = ['all_sign', 'in_force_parties_approve', 'lead_approves'] as const;
export type AccessionRule = (typeof accessionRules)[number];

/** How a party leaves: when all agree, or by notice. */
export const withdrawalRules = ['all_agree', 'by_notice'] as const;
export type WithdrawalRule = (typeof withdrawalRules)[number];

/** What holds for the agreement as a whole; part of the text that parties sign. */
export const AgreementTerms = Type.Object(
  {
    title: RequiredText,
    authenticLanguage: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }),
    startsOn: Nullable(Day),
    endsOn: Nullable(Day),
    renewal: OneOf(renewals),
    renewalMonths: Nullable(Type.Integer({ minimum: 1, maximum: 120 })),
    noticeDays: Type.Integer({ minimum: 0, maximum: 1_830 }),
    accession: OneOf(accessionRules),
    withdrawal: OneOf(withdrawalRules),
  },
  {
    additionalProperties: false,
    description: 'startsOn null: with the last signature. endsOn null: until it is terminated.',
  },
);
export type AgreementTerms = Static<typeof AgreementTerms>;
