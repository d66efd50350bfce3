import { expect, test } from 'vitest';
import { objection, refuseOldServer } from './server-version.ts';

test.each([150_000, 160_004, 180_001, 190_000])('a server of version %i is welcome', (number) => {
  expect(objection(number, 'any')).toBeUndefined();
});

test('an older server is refused in one sentence that names its version', async () => {
  const old = { query: async () => ({ rows: [{ number: '140011', text: '14.11 (Debian)' }] }) };
  await expect(refuseOldServer(old)).rejects.toThrow(
    'The database server is PostgreSQL 14.11 (Debian), but Collegium needs 15 or newer; upgrade it, or unset DATABASE_URL to use the embedded server.',
  );
});
