import { listNetworks, systemScope } from '../networks.ts';
import type { Scope } from '../scope.ts';
import type { JobDefinition } from './job.ts';

/**
 * A job that does the same in each network, one after the other, as the system. What fails in one network keeps no other
 * from its turn; the job fails afterwards with everything that went wrong.
 */
export function inEveryNetwork(
  name: string,
  every: string,
  run: (scope: Scope, stop: AbortSignal) => Promise<unknown>,
): JobDefinition {
  return {
    name,
    every,
    run: async (services, _data, stop) => {
      const failures: unknown[] = [];
      for (const network of await listNetworks(services.db)) {
        if (stop.aborted) break;
        await run(systemScope(services, network), stop).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw new AggregateError(failures, `${name} failed in ${failures.length} networks`);
    },
  };
}
