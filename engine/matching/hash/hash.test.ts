import { createHash, createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex, utf8 } from './bytes.ts';
import { canonicalHash, canonicalJson } from './canonical-json.ts';
import { hmacSha256 } from './hmac.ts';
import { commitSeed, isSeed, lotteryNumber } from './seed.ts';
import { Sha256, sha256 } from './sha256.ts';

const seed = '00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF';
const native = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('SHA-256 and HMAC', () => {
  it('agree with the platform on any bytes, whole and in pieces', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.nat(300),
        fc.uint8Array({ maxLength: 100 }),
        (bytes, at, key) => {
          expect(toHex(sha256(bytes))).toBe(native(bytes));
          const pieces = new Sha256().update(bytes.subarray(0, at)).update(bytes.subarray(at));
          expect(toHex(pieces.digest())).toBe(native(bytes));
          expect(toHex(hmacSha256(key)(bytes))).toBe(createHmac('sha256', key).update(bytes).digest('hex'));
        },
      ),
    );
  });
});

describe('seed', () => {
  it('is 64 hex digits', () => {
    expect([seed, seed.slice(1), `${seed}0`, seed.replace('0', 'g'), 64].map(isSeed)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is committed to by the hash of its bytes, whatever the case of its digits', () => {
    expect(commitSeed(seed)).toBe(native(fromHex(seed)));
    expect(commitSeed(seed.toLowerCase())).toBe(commitSeed(seed));
    expect(() => commitSeed('short')).toThrow('64 hex digits');
  });

  it('gives lottery numbers that anybody can make again', () => {
    const byHand = createHmac('sha256', Buffer.from(seed, 'hex')).update('学习者-7', 'utf8').digest('hex');
    expect(lotteryNumber(seed, '学习者-7')).toBe(byHand);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  it('orders keys by UTF-16 code units and writes numbers as ECMAScript does', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '1': 3,
      '\ud83d\ude00': 4,
      a: [1e21, 1e-7, -0, 4.5, undefined, null],
      '\ufb33': {},
      gone: undefined,
    };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":3,"a":[1e+21,1e-7,0,4.5,null,null],"€":1,"😀":4,"\ufb33":{}}');
  });

  it('hashes the same for any order of keys, and reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = JSON.parse(canonicalJson(value)) as unknown;
        expect(canonicalJson(copy)).toBe(canonicalJson(value));
        expect(canonicalHash(value)).toBe(native(utf8(canonicalJson(value))));
      }),
    );
  });
});
