import { isNetworkSlug } from '../../server/platform/database/database.ts';
import { ensureNetwork } from '../../server/platform/database/create-network.ts';
import { defineCommand, type Io, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';
import { type Installation, openInstallation } from '../installation.ts';

export const command = defineCommand({
  name: 'network',
  summary: 'Creates or lists networks.',
  usage: `
Usage: collegium network list [--json]
       collegium network create <slug> --name <name> [--json]

A slug is the network's part of every address: lower-case letters, digits and hyphens,
beginning with a letter, 2 to 41 characters.`,
  options: { name: { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, positionals, io }) => {
    const [action, slug, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(`“${rest.join(' ')}” is too much.`);
    const act = action === 'list' && slug === undefined ? list : creation(action, slug, values.name);
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

function creation(action: string | undefined, slug: string | undefined, name: string | undefined): Action {
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
    const address = `${services.config.url}/${slug}`;
    io.out(isJson ? JSON.stringify({ slug, name: name.trim(), address }) : `Created ${name.trim()}: ${address}`);
    return exitCode.ok;
  };
}
