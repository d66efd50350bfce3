import type { AgreementCheck } from '@collegium/contract/agreements/seal';
import { useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CheckResult } from './CheckResult.tsx';
import './signing.css';

const route = getRouteApi('/open/check');

/** Anybody checks a signed document here, with the code on its signature page. */
export function CheckPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { code } = route.useSearch();
  const [typed, setTyped] = useState(code ?? '');
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ['agreement-check', code],
    queryFn: ({ signal }) => api.get<AgreementCheck>(`/agreement-checks/${encodeURIComponent(code ?? '')}`, { signal }),
    enabled: code !== undefined,
    retry: false,
  });
  return (
    <>
      <PageHeader
        title={t`Check a signed document`}
        lede={t`Type the code as it stands on the signature page. You see who signed which text when, and whether it still fits its seal.`}
      />
      <form
        className="form check-form"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ to: '/check', search: { code: typed.trim() } });
        }}
      >
        <TextInput
          label={t`Code`}
          placeholder="ABCD-EFGH-JKLM-NPQR"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={40}
          autoCapitalize="characters"
        />
        <div className="form-actions">
          <Button type="submit" variant="filled" disabled={typed.trim().length < 16}>
            {t`Check the document`}
          </Button>
        </div>
      </form>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isLoading && <Loading />}
      {data && <CheckResult check={data} />}
    </>
  );
}
