import { randomInt } from 'node:crypto';

const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** What people call an agreement by: `A-2026-7KQ4M`. Unique by a constraint; no letters that are mistaken for digits. */
export function newReference(now: Date): string {
  const name = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return `A-${now.getUTCFullYear()}-${name}`;
}
