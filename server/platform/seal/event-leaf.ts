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
  return leafHash(canonicalEvent(event));
}

/** The canonical text of an event (RFC 8785). Its names are known, so only what varies is left to the general writer. */
export function canonicalEvent(event: SealableEvent): string {
  return (
    `{"accountId":${quoted(event.account_id)},"action":${JSON.stringify(event.action)}` +
    `,"at":"${isoMicroseconds(event.at_us)}","details":${canonicalJson(event.details)}` +
    `,"id":"${event.id}","membershipId":${quoted(event.membership_id)}` +
    `,"objectId":"${event.object_id}","objectType":${JSON.stringify(event.object_type)}` +
    `,"organisationId":${quoted(event.organisation_id)},"personId":${quoted(event.person_id)}` +
    `,"reason":${JSON.stringify(event.reason)},"requestId":${JSON.stringify(event.request_id)}}`
  );
}

/** Ids need no escaping. */
function quoted(id: string | null): string {
  return id === null ? 'null' : `"${id}"`;
}

function isoMicroseconds(us: number): string {
  const milliseconds = Math.floor(us / 1_000);
  const rest = us - milliseconds * 1_000;
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(rest).padStart(3, '0')}Z`;
}
