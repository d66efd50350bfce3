import { Sha256, sha256 } from './sha256.ts';

/** HMAC-SHA-256 (RFC 2104) with one key: call the returned function for each message; 32 bytes come back. */
export function hmacSha256(key: Uint8Array): (message: Uint8Array) => Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const inner = new Sha256().update(block.map((byte) => byte ^ 0x36));
  const outer = new Sha256().update(block.map((byte) => byte ^ 0x5c));
  const running = new Sha256();
  return (message) => {
    const digest = running.resume(inner).update(message).digest();
    return running.resume(outer).update(digest).digest();
  };
}
