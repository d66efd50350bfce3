import type { Services } from '@collegium/server/platform/scope.ts';
import { isSampleComplete } from './completeness.ts';

/**
 * Makes the sample world on a deployment that hosts no network yet, or one whose making was interrupted, so that there is
 * something to try. `onMaking` is called first, since it takes some seconds.
 */
export async function ensureFirstNetwork(services: Services, url: string, onMaking: () => void): Promise<void> {
  const networks = await services.db.selectFrom('platform.network').select('is_sample').execute();
  const isWanted = networks.length === 0 || networks.some((network) => network.is_sample);
  if (!isWanted || (await isSampleComplete(services))) return;
  onMaking();
  // Loaded only now: an installation that has its networks never needs the story.
  const { ensureSampleWorld } = await import('./index.ts');
  await ensureSampleWorld(services, url);
}
