import { roleHas } from '@collegium/contract/permissions.ts';
import type { Actor } from '../../platform/scope.ts';
import { canActFor } from '../policy.ts';

/** How a signatory stands: for whom, and who may act. */
export interface SignatoryStanding {
  organisation_id: string;
  person_id: string | null;
  email: string | null;
  delegates: readonly { id: string }[];
  parties: readonly { organisation_id: string; left_on: string | null }[];
}

/** The person named, a delegate, or, where nobody is named, any administrator: acting for the signatory's organisation. */
export function canSign(actor: Actor, signatory: SignatoryStanding): boolean {
  if (!roleHas(actor.role, 'agreement:sign') || actor.organisationId !== signatory.organisation_id) return false;
  if (signatory.person_id === null && signatory.email === null) return actor.role === 'organisation_administrator';
  return signatory.person_id === actor.personId || signatory.delegates.some(({ id }) => id === actor.personId);
}

/** Coordinators and administrators of the signatory's organisation; for one without an account, those of any party. */
export function canArrange(actor: Actor, signatory: SignatoryStanding): boolean {
  const isOwn = actor.organisationId === signatory.organisation_id || signatory.email !== null;
  return isOwn && canActFor(actor, { parties: signatory.parties, guests: [], joining: [] }, 'agreement:sign');
}

/** Coordinators and administrators of any party of today: they bring documents and confirm those of others. */
export function canWitnessDocuments(actor: Actor, signatory: Pick<SignatoryStanding, 'parties'>): boolean {
  return canActFor(actor, { parties: signatory.parties, guests: [], joining: [] }, 'agreement:sign');
}
