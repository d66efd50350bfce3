import { createPrivateKey, createPublicKey, hash, type KeyObject, randomBytes, sign, verify } from 'node:crypto';

/** The key that this installation seals with. */
export interface SealKey {
  id: string;
  /** 32 bytes. */
  publicKey: Buffer;
  sign: (text: string) => Buffer;
}

const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** A new seed of a key: 32 random bytes, base64url. */
export function newSeed(): string {
  return randomBytes(32).toString('base64url');
}

/** The Ed25519 key (RFC 8032) of a seed; undefined when the text is none. */
export function keyOfSeed(seed: string): SealKey | undefined {
  const bytes = Buffer.from(seed, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== seed) return undefined;
  const key = createPrivateKey({ key: Buffer.concat([seedPrefix, bytes]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
  return { id: keyIdOf(publicKey), publicKey, sign: (text) => sign(null, Buffer.from(text), key) };
}

/** How a key is called: the first 16 hex digits of the SHA-256 of its 32 public bytes. */
export function keyIdOf(publicKey: Uint8Array): string {
  return hash('sha256', publicKey, 'hex').slice(0, 16);
}

/** Whether a signature of a text was made with the key. */
export function isSignedBy(publicKey: Uint8Array, text: string, signature: Uint8Array): boolean {
  return verify(null, Buffer.from(text), publicKeyObject(publicKey), signature);
}

function publicKeyObject(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, publicKey]), format: 'der', type: 'spki' });
}
