import { canonicalJson } from '@collegium/matching';
import { leafHash } from './merkle.ts';

/** An event as it is sealed: everything that was recorded of it, and nothing that is noted about it afterwards. */
export interface SealableEvent {
  id: string;
  /** Microseconds since 1970, so that no digit of the instant is lost. */
  at_us: number;
  account_id: string | null;
  person_id: string | null;
  membership_id: string | null;
  organisation_id: string | null;
  action: string;
  object_type: string;
  object_id: string;
  reason: string | null;
  details: unknown;
  request_id: string | null;
}

/** The hash of the leaf that an event is: SHA-256(0x00 || canonical JSON), RFC 6962 and RFC 8785; see docs/operate/seal.md. */
export function eventLeafHash(event: SealableEvent): Buffer {
  return leafHash(Buffer.from(canonicalEvent(event)));
}

/** The canonical text of an event; the names are in the order of RFC 8785. */
export function canonicalEvent(event: SealableEvent): string {
  return canonicalJson({
    accountId: event.account_id,
    action: event.action,
    at: isoMicroseconds(event.at_us),
    details: event.details,
    id: event.id,
    membershipId: event.membership_id,
    objectId: event.object_id,
    objectType: event.object_type,
    organisationId: event.organisation_id,
    personId: event.person_id,
    reason: event.reason,
    requestId: event.request_id,
  });
}

function isoMicroseconds(us: number): string {
  const milliseconds = Math.floor(us / 1_000);
  const rest = us - milliseconds * 1_000;
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}
