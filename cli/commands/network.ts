import { isNetworkSlug } from '../../server/platform/database/database.ts';
import { ensureNetwork } from '../../server/platform/database/create-network.ts';
import { ensureFirstAdministrator, type FirstAdministrator } from '../../server/people/first-administrator.ts';
import { defineCommand, type Io, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { type Installation, openInstallation } from '../installation.ts';

export const command = defineCommand({
  name: 'network',
  summary: 'Creates or lists networks.',
  usage: `
Usage: collegium network list [--json]
       collegium network create <slug> --name <name> [--administrator <mail address>]
                                [--administrator-name <name>] [--organisation <name>] [--json]

A slug is the network's part of every address: lower-case letters, digits and hyphens,
beginning with a letter, 2 to 41 characters. The administrator signs in with a link by mail and
adds organisations and people; --organisation is the one that runs the network (the network's
name unless given).`,
  options: {
    name: { type: 'string' },
    administrator: { type: 'string' },
    'administrator-name': { type: 'string' },
    organisation: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async ({ values, positionals, io }) => {
    const [action, slug, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(`“${rest.join(' ')}” is too much.`);
    const act =
      action === 'list' && slug === undefined ? list : creation(action, slug, values.name, administratorOf(values));
    const installation = await openInstallation(io.env);
    try {
      return await act(installation, io, values.json === true);
    } finally {
      await installation.database.close();
    }
  },
});

type Action = (installation: Installation, io: Io, isJson: boolean) => Promise<number>;

async function list({ services }: Installation, io: Io, isJson: boolean): Promise<number> {
  const networks = await services.db
    .selectFrom('platform.network')
    .select(['slug', 'name', 'is_sample as isSample', 'created_at as createdAt'])
    .orderBy('slug')
    .execute();
  const lines = networks.map(({ slug, name, isSample }) => `${slug}  ${name}${isSample ? ' (sample)' : ''}`);
  io.out(isJson ? JSON.stringify(networks) : lines.join('\n') || 'There is no network yet.');
  return exitCode.ok;
}

interface Values {
  name?: string | undefined;
  administrator?: string | undefined;
  'administrator-name'?: string | undefined;
  organisation?: string | undefined;
}

function administratorOf(values: Values): FirstAdministrator | undefined {
  const email = values.administrator;
  if (email === undefined) return undefined;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new UsageError(`“${email}” is no mail address.`);
  const organisation = values.organisation ?? values.name ?? '';
  return { email, name: values['administrator-name'] ?? email, organisation };
}

function creation(
  action: string | undefined,
  slug: string | undefined,
  name: string | undefined,
  administrator: FirstAdministrator | undefined,
): Action {
  if (action !== 'create') throw new UsageError('Say what to do: list or create.');
  if (slug === undefined || !isNetworkSlug(slug))
    throw new UsageError(`“${slug ?? ''}” is no slug; choose one like north-alliance.`);
  if (name === undefined || name.trim() === '') throw new UsageError('A network needs a --name for people.');
  return async ({ services, database }, io, isJson) => {
    const isNew = await ensureNetwork(database, services.clock, { slug, name: name.trim() });
    if (!isNew) {
      io.err(`There is a network “${slug}” already.`);
      return exitCode.failed;
    }
    if (administrator) await ensureFirstAdministrator(services, slug, administrator);
    const address = `${services.config.url}/${slug}`;
    io.out(isJson ? JSON.stringify({ slug, name: name.trim(), address }) : `Created ${name.trim()}: ${address}`);
    return exitCode.ok;
  };
}
