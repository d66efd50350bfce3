import { v7 } from 'uuid';

/** A new id: UUIDv7 (RFC 9562), so ids sort by the time of their making. */
export function newId(): string {
  return v7();
}
