import type { Services } from '../server/platform/scope.ts';

/** What `serve` prints when it listens: where it is, and how people get in. */
export async function greet({ config, db }: Pick<Services, 'config' | 'db'>): Promise<string> {
  const networks = await db
    .selectFrom('platform.network')
    .select(['slug', 'name', 'is_sample'])
    .orderBy('slug')
    .limit(20)
    .execute();
  const sample = networks.find((network) => network.is_sample);
  const lines = networks.map((network) => `  ${network.name}: ${config.url}/${network.slug}`);
  return [
    `Collegium is at ${config.url}`,
    ...lines,
    ...(networks.length === 0 ? ['  There is no network yet: collegium network create --help'] : []),
    ...(sample ? [`  Sign in: open ${config.url}/${sample.slug}/sign-in and choose a role with one click.`] : []),
    'Ctrl-C stops everything.',
  ].join('\n');
}
