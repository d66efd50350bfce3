import { toHex, utf8 } from './bytes.ts';
import { Sha256 } from './sha256.ts';

const FLUSH_CHARACTERS = 1 << 16;

/**
 * Writes `value` as canonical JSON (RFC 8785): keys by UTF-16 code units, numbers and strings as ECMAScript writes
 * them, no spaces. Members that are undefined are left out. Pieces are handed to `write` as they come.
 */
export function writeCanonical(value: unknown, write: (piece: string) => void): void {
  if (isPlain(value)) {
    write(JSON.stringify(value));
  } else if (Array.isArray(value)) {
    let separator = '[';
    for (const item of value) {
      write(separator);
      writeCanonical(item, write);
      separator = ',';
    }
    write(value.length === 0 ? '[]' : ']');
  } else if (typeof value === 'object' && value !== null) {
    let separator = '{';
    for (const key of Object.keys(value).sort()) {
      const member = (value as Record<string, unknown>)[key];
      if (member === undefined) continue;
      write(`${separator}${JSON.stringify(key)}:`);
      writeCanonical(member, write);
      separator = ',';
    }
    write(separator === '{' ? '{}' : '}');
  } else {
    write('null');
  }
}

const PLAIN_LENGTH = 1_000;

/** What the platform writes in canonical form by itself: short, and no object whose keys would have to be sorted. */
function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= PLAIN_LENGTH && value.every(isPlain);
  return typeof value === 'object' ? value === null : value !== undefined;
}

/** Canonical JSON of `value` as one text. */
export function canonicalJson(value: unknown): string {
  const pieces: string[] = [];
  writeCanonical(value, (piece) => pieces.push(piece));
  return pieces.join('');
}

/** SHA-256 over the UTF-8 bytes of the canonical JSON of `value`, as hex; memory does not grow with its size. */
export function canonicalHash(value: unknown): string {
  const hash = new Sha256();
  let pending = '';
  writeCanonical(value, (piece) => {
    pending += piece;
    if (pending.length < FLUSH_CHARACTERS) return;
    hash.update(utf8(pending));
    pending = '';
  });
  return toHex(hash.update(utf8(pending)).digest());
}
