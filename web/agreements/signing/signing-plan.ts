import type { SignatoryKind } from '@collegium/contract/agreements/signing';
import { isWhoWhole, whoBody, type Who } from './SignatoryFields.tsx';

/** One place to sign, as it is being planned. */
export interface PlannedSignature {
  key: number;
  organisationId: string;
  kind: SignatoryKind;
  /** Whoever has the same number signs in parallel; the next number waits for them. */
  step: number;
  who: Who;
}

const nobody: Who = { by: 'administrators', personId: null, name: '', email: '', office: '' };

/** One signature for each party, in their order. */
export function planFor(parties: readonly { id: string }[]): PlannedSignature[] {
  return parties.map(({ id }, index) => ({
    key: index,
    organisationId: id,
    kind: 'signatory',
    step: index + 1,
    who: nobody,
  }));
}

/** The plan with one more signature or witness of a party, at the step of its others. */
export function withOneMore(
  plan: readonly PlannedSignature[],
  organisationId: string,
  kind: SignatoryKind,
): PlannedSignature[] {
  const step = plan.find((one) => one.organisationId === organisationId)?.step ?? 1;
  const key = Math.max(...plan.map((one) => one.key)) + 1;
  return [...plan, { key, organisationId, kind, step, who: nobody }];
}

/** Whether everybody who is to sign is named. */
export function isPlanWhole(plan: readonly PlannedSignature[]): boolean {
  return plan.every(({ who }) => isWhoWhole(who));
}

/** As the interface takes it; without an order all sign in parallel. */
export function planBody(plan: readonly PlannedSignature[], isOrdered: boolean) {
  return plan.map(({ organisationId, kind, step, who }) => ({
    organisationId,
    kind,
    step: isOrdered ? step : 1,
    ...whoBody(who),
  }));
}
