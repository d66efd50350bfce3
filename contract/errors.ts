import { agreementErrors } from './errors/agreements.ts';
import { accountErrors } from './errors/account.ts';
import { applicationErrors } from './errors/applications.ts';
import { authErrors } from './errors/auth.ts';
import { calendarErrors } from './errors/calendars.ts';
import { commitmentErrors } from './errors/commitments.ts';
import { exchangeErrors } from './errors/exchange.ts';
import { fileErrors } from './errors/file.ts';
import { grantErrors } from './errors/grants.ts';
import { importErrors } from './errors/imports.ts';
import { offerErrors } from './errors/offers.ts';
import { organisationErrors } from './errors/organisations.ts';
import { outcomeErrors } from './errors/outcomes.ts';
import { participationErrors } from './errors/participation.ts';
import { partnershipErrors } from './errors/partnerships.ts';
import { peopleErrors } from './errors/people.ts';
import { requestErrors } from './errors/request.ts';
import { savedSearchErrors } from './errors/saved-searches.ts';
import { roundErrors } from './errors/rounds.ts';
import { sharingErrors } from './errors/sharing.ts';
import { signingErrors } from './errors/signing.ts';
import type { ErrorDefinition } from './errors/definition.ts';

/** The closed list of errors: code → status and sentences. Codes are `noun.reason`; one file per noun in `errors/`. */
export const errors = {
  ...requestErrors,
  ...agreementErrors,
  ...authErrors,
  ...accountErrors,
  ...savedSearchErrors,
  ...calendarErrors,
  ...exchangeErrors,
  ...fileErrors,
  ...importErrors,
  ...offerErrors,
  ...applicationErrors,
  ...organisationErrors,
  ...commitmentErrors,
  ...grantErrors,
  ...partnershipErrors,
  ...peopleErrors,
  ...participationErrors,
  ...outcomeErrors,
  ...roundErrors,
  ...sharingErrors,
  ...signingErrors,
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errors;

/** The error that a violated database constraint means, if it has one of its own. */
export function errorOfConstraint(constraint: string): ErrorCode | undefined {
  return codeOfConstraint.get(constraint);
}

const codeOfConstraint = new Map(
  (Object.entries(errors) as [ErrorCode, ErrorDefinition][]).flatMap(([code, definition]) =>
    (definition.constraints ?? []).map((constraint) => [constraint, code] as const),
  ),
);

/** The sentence of an error in a language, with its parameters filled in. */
export function errorSentence(
  code: ErrorCode,
  language: string,
  parameters: Record<string, string | number> = {},
): string {
  const definition: ErrorDefinition = errors[code];
  const sentence = language.startsWith('zh') ? definition['zh-CN'] : definition.en;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));
}
