/** The beginning of a fingerprint, as people compare it: `b7e2 91c4`. */
export function shortHash(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}
