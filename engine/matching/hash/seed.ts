import { fromHex, toHex, utf8 } from './bytes.ts';
import { hmacSha256 } from './hmac.ts';
import { sha256 } from './sha256.ts';

/** A seed is 32 bytes, written as 64 hex digits of either case. */
export const isSeed = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-fA-F]{64}$/.test(value);

/**
 * The commitment that is published before the deadline: SHA-256 over the 32 bytes of the seed, as hex.
 * By hand: `printf %s "$seed" | xxd -r -p | sha256sum`.
 */
export function commitSeed(seed: string): string {
  if (!isSeed(seed)) throw new RangeError('A seed is 64 hex digits.');
  return toHex(sha256(fromHex(seed)));
}

/**
 * The lottery of a seed: the number of `name` is HMAC-SHA-256 with the seed's 32 bytes as key over the UTF-8 bytes of
 * `name`. Numbers compare as 64 hex digits; the lowest comes first.
 * By hand: `printf %s "$name" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$seed`.
 */
export function lottery(seed: string): (name: string) => Uint8Array {
  const mac = hmacSha256(fromHex(seed));
  return (name) => mac(utf8(name));
}

/** The lottery number of one learner (or of `offer + "\n" + learner` in a lottery per offer) as 64 hex digits. */
export const lotteryNumber = (seed: string, name: string): string => toHex(lottery(seed)(name));
