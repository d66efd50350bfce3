import type { RequestKind, RequestNeeds } from '@collegium/contract/agreements/requests.ts';

interface Asked {
  kind: RequestKind;
  organisation_id: string;
  asked_for: string;
  needs: RequestNeeds;
}

interface Bound {
  organisation_id: string;
  role: 'lead' | 'party';
  joined_on: string | null;
  left_on: string | null;
}

/** The organisations whose consent a request needs; who asked has given it by asking. */
export function whoMustAnswer(request: Asked, parties: readonly Bound[]): string[] {
  const bound = parties.filter((party) => party.joined_on !== null && party.left_on === null);
  const deciding =
    request.needs === 'notice' ? [] : request.needs === 'lead' ? bound.filter(({ role }) => role === 'lead') : bound;
  const ids = deciding.map((party) => party.organisation_id).filter((id) => id !== request.asked_for);
  return request.kind === 'accession' ? [...ids, request.organisation_id] : ids;
}
