import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

/**
 * The one cache of what was read. Reads are tried three times when the server stumbles; writes never are. Both are sent also
 * when the device believes to be offline: who waits is told at once, and nothing is sent later that somebody has given up.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', staleTime: 15_000, retry: (count, error) => count < 2 && mayPass(error) },
    mutations: { networkMode: 'always', retry: false },
  },
});

function mayPass(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status >= 500 || error.status === 429;
}
