import { eligibilityRules } from '@collegium/contract/offers/eligibility-rules.ts';
import type { OfferDetails } from '@collegium/contract/kinds.ts';
import type { EligibilityRule } from '@collegium/contract/eligibility.ts';
import type { OfferInput } from '@collegium/contract/offers.ts';
import { isTimeZone } from '@collegium/contract/offers/local-time.ts';
import { kindDetails } from '@collegium/contract/offers/kind-details.ts';
import type { ErrorObject } from 'ajv';
import type { TSchema } from 'typebox';
import { Clean, Errors } from 'typebox/value';
import { fieldProblems } from '../platform/http/validation.ts';
import { Problem, type FieldProblem } from '../platform/problem/problem.ts';
import { offerSentence } from './sentences.ts';
import { readSessions, type SessionRow } from './sessions.ts';

/** What of an offer's input no schema of its body can check, checked and made ready to be written. */
export interface CheckedOffer {
  details: OfferDetails;
  eligibility: EligibilityRule[];
  timeZone: string;
  sessions: SessionRow[];
}

/** Throws request.invalid with every fault beside its field: details by the kind, conditions, time zones, sessions. */
export function checkOffer(input: OfferInput, language: string): CheckedOffer {
  const faults: FieldProblem[] = [];
  const timeZone = input.timeZone ?? 'UTC';
  if (!isTimeZone(timeZone))
    faults.push({ pointer: '/timeZone', message: offerSentence('timeZoneUnknown', language, { timeZone }) });
  const checked = {
    details: checkDetails(input, language, faults),
    eligibility: checkEligibility(input.eligibility ?? [], language, faults),
    timeZone,
    sessions: faults.length === 0 ? readSessions(input.sessions ?? [], timeZone, language, faults) : [],
  };
  if (faults.length > 0) throw invalid(faults);
  return checked;
}

function checkDetails(input: OfferInput, language: string, faults: FieldProblem[]): OfferDetails {
  const details = input.details ?? { kind: input.kind };
  if (details.kind !== input.kind) {
    const message = offerSentence('kindMismatch', language, { kind: input.kind, other: details.kind });
    faults.push({ pointer: '/details/kind', message });
    return details;
  }
  return checkBy(kindDetails[input.kind], details, '/details', language, faults);
}

function checkEligibility(rules: EligibilityRule[], language: string, faults: FieldProblem[]): EligibilityRule[] {
  return rules.map((rule, index) => {
    const pointer = `/eligibility/${index}`;
    const schema = Object.hasOwn(eligibilityRules, rule.type) && eligibilityRules[rule.type];
    if (!schema) {
      const message = offerSentence('conditionUnknown', language, { types: Object.keys(eligibilityRules).join(', ') });
      faults.push({ pointer: `${pointer}/type`, message });
      return rule;
    }
    const checked = checkBy(schema, rule, pointer, language, faults);
    if (checked.type === 'grade_average' && checked.minimum > checked.maximum)
      faults.push({ pointer: `${pointer}/minimum`, message: offerSentence('averageAboveScale', language) });
    return checked;
  });
}

/** The value without fields that its schema does not know. */
function checkBy<T extends object>(
  schema: TSchema,
  value: T,
  pointer: string,
  language: string,
  faults: FieldProblem[],
): T {
  const errors = Errors(schema, value) as unknown as ErrorObject[];
  for (const fault of fieldProblems(errors, language)) faults.push({ ...fault, pointer: pointer + fault.pointer });
  return errors.length > 0 ? value : (Clean(schema, value) as T);
}

function invalid(faults: FieldProblem[]): Problem {
  return new Problem('request.invalid', { fields: faults.map(({ pointer }) => pointer).join(', ') }, faults);
}
