import type { SampleAccounts } from '@collegium/contract/people.ts';
import { signInToSample } from '../platform/auth/sign-in-as.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { Scope } from '../platform/scope.ts';
import { findAccountOf, listSampleAccounts } from './queries.ts';

/** One fictitious person of each role, in the sample network; elsewhere none. */
export async function getSampleAccounts(scope: Scope): Promise<SampleAccounts> {
  return { items: scope.network.isSample ? await listSampleAccounts(scope.db) : [] };
}

/** Signs in as a person of the sample network; returns the Set-Cookie header. Throws auth.sample_only, person.not_found. */
export async function signInAsSample(scope: Scope, personId: string, userAgent?: string): Promise<string> {
  const accountId = scope.network.isSample ? await findAccountOf(scope.db, personId) : null;
  if (!accountId) throw new Problem('person.not_found');
  return signInToSample(scope, accountId, userAgent);
}
