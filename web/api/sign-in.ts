import type { SampleAccounts } from '@collegium/contract/people';
import { queryOptions } from '@tanstack/react-query';
import { api, request } from './client.ts';
import { networkPath, networkSlug } from './network.ts';
import { queryClient } from './query-client.ts';

/** An account of the sample network that anybody may enter with one click. */
export type SampleAccount = SampleAccounts['items'][number];

/** The accounts of the sample network; other networks have none. */
export const sampleAccountsQuery = queryOptions({
  queryKey: ['sample-accounts'],
  queryFn: async ({ signal }) => (await api.get<SampleAccounts>('/sample-accounts', { signal })).items,
  staleTime: Infinity,
});

/** What stands on the button of the outside identity provider; null where none is configured. */
export const providerQuery = queryOptions({
  queryKey: ['sign-in-provider'],
  queryFn: async ({ signal }) =>
    (await request<{ label: string | null }>('GET', '/api/auth/provider', undefined, {}, signal)).data.label,
  staleTime: Infinity,
});

/** Goes to the outside identity provider, which leads back to the page that was asked for. */
export async function signInWithProvider(next: string): Promise<void> {
  const { data } = await request<{ url: string }>('POST', '/api/auth/sign-in/social', {
    provider: 'oidc',
    callbackURL: networkPath(next),
    errorCallbackURL: networkPath('/sign-in'),
  });
  window.location.assign(data.url);
}

export async function signInWithPassword(email: string, password: string): Promise<void> {
  await request('POST', '/api/auth/sign-in/email', { email, password });
  await queryClient.resetQueries();
}

/** Proves who is at the keyboard once more, and leaves what was read on the page. */
export async function signInAnew(email: string, password: string): Promise<void> {
  await request('POST', '/api/auth/sign-in/email', { email, password });
}

/** The same in the sample network, where one click is enough. */
export async function signInAnewAsSample(account: SampleAccount): Promise<void> {
  await api.post(`/sample-accounts/${account.id}/sign-in`);
}

/** Sends a link to the address. The answer is the same whether or not somebody has this address. */
export async function sendMagicLink(email: string, next: string): Promise<void> {
  await request('POST', '/api/auth/sign-in/magic-link', {
    email,
    callbackURL: networkPath(next),
    errorCallbackURL: networkPath('/sign-in/link'),
  });
}

/** Sends a link under which a new password can be chosen. */
export async function requestPasswordReset(email: string): Promise<void> {
  await request('POST', '/api/auth/request-password-reset', {
    email,
    redirectTo: networkPath('/sign-in/new-password'),
  });
}

/** Chooses a new password with the token of the mailed link. */
export async function resetPassword(token: string, newPassword: string): Promise<void> {
  await request('POST', '/api/auth/reset-password', { token, newPassword });
}

export async function signInAsSample(account: SampleAccount): Promise<void> {
  await api.post(`/sample-accounts/${account.id}/sign-in`);
  await queryClient.resetQueries();
}

/** Ends the session and starts afresh at the sign-in page, so that nothing read before stays in memory. */
export async function signOut(): Promise<void> {
  await request('POST', '/api/auth/sign-out', {});
  window.location.assign(`/${networkSlug()}/sign-in`);
}
