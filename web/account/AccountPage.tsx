import type { AccountView } from '@collegium/contract/account';
import { useLingui } from '@lingui/react/macro';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Browsers } from './Browsers.tsx';
import { Password } from './Password.tsx';
import { Tokens } from './Tokens.tsx';
import './account.css';

const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => api.get<AccountView>('/account', { signal }),
});

/** Who and what may act as the reader: a password, browsers that are signed in, programs with a token; and ends to each. */
export function AccountPage() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery(accountQuery);
  return (
    <>
      <PageHeader
        title={t`Your account`}
        crumbs={[{ label: t`Settings`, to: '/settings' }]}
        facts={data && <span>{data.email}</span>}
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={4} />}
      {data && <Password hasPassword={data.hasPassword} email={data.email} />}
      {data && <Browsers browsers={data.browsers} />}
      {data && <Tokens tokens={data.tokens} />}
    </>
  );
}
