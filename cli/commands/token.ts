import { type TokenScope, tokenScopes } from '../../contract/account.ts';
import { createMachineToken, scopesOf } from '../../server/platform/auth/machine-tokens.ts';
import { Problem } from '../../server/platform/problem/problem.ts';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { openInstallation } from '../installation.ts';

export const command = defineCommand({
  name: 'token',
  summary: 'Makes a token with which a machine uses the interface.',
  usage: `
Usage: collegium token create --network <slug> --as <mail address> [--scope read|write]
                              [--name <what for>] [--days <number>] [--json]

The token is printed once; send it as \`Authorization: Bearer <token>\`. It may do what the
person may do, under the membership that the person chose last: with --scope read (the
default) only read, with --scope write everything. --days ends it after so many days.`,
  options: {
    network: { type: 'string' },
    as: { type: 'string' },
    scope: { type: 'string', default: 'read' },
    name: { type: 'string', default: 'made on the command line' },
    days: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async ({ values, positionals, io }) => {
    if (positionals.join(' ') !== 'create') throw new UsageError('Say what to do: create.');
    const { network, as: email, scope, name, days } = values;
    if (network === undefined) throw new UsageError('Say for which --network.');
    if (email === undefined) throw new UsageError('Say --as whom: a mail address.');
    const scopes = scopesOf(scopeOf(scope));
    const lifeMs = lifeOf(days);
    const { services, database } = await openInstallation(io.env);
    try {
      const known = await services.db
        .selectFrom('platform.network')
        .where('slug', '=', network)
        .select('slug')
        .execute();
      if (known.length === 0)
        throw new UsageError(`There is no network “${network}”; collegium network list shows all.`);
      const expiresAt = lifeMs === undefined ? undefined : new Date(services.clock.now().getTime() + lifeMs);
      const made = await createMachineToken(services, {
        network,
        email,
        name,
        scopes,
        ...(expiresAt && { expiresAt }),
      });
      io.out(values.json ? JSON.stringify({ ...made, network, scopes, expiresAt: expiresAt ?? null }) : made.token);
      return exitCode.ok;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      io.err(error.message);
      return exitCode.failed;
    } finally {
      await database.close();
    }
  },
});

function scopeOf(scope: string): TokenScope {
  const found = tokenScopes.find((candidate) => candidate === scope);
  if (found === undefined) throw new UsageError(`--scope is ${tokenScopes.join(' or ')}, not “${scope}”.`);
  return found;
}

function lifeOf(days: string | undefined): number | undefined {
  if (days === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(days)) throw new UsageError(`--days is a whole number of days, not “${days}”.`);
  return Number(days) * 24 * 60 * 60 * 1_000;
}
