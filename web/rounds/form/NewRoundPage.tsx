import type { RoundView } from '@collegium/contract/rounds';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { roundChanged } from '../queries.ts';
import { RoundForm } from './RoundForm.tsx';
import { emptyRound, inputOf } from './values.ts';

/** A new round, as a draft that nobody else sees. */
export function NewRoundPage() {
  const { t } = useLingui();
  const { acting } = useSession();
  const navigate = useNavigate();
  const [initial] = useState(() => emptyRound(new Date()));
  return (
    <>
      <PageHeader
        title={t`New round`}
        crumbs={[{ label: t`Allocation rounds`, to: '/rounds' }]}
        lede={t`You make it for ${acting.organisation.name}. Nobody sees it before you open it.`}
      />
      <RoundForm
        initial={initial}
        submitLabel={t`Save draft and collect offers`}
        onSave={async (values) => {
          const round = await api.post<RoundView>('/rounds', inputOf(values));
          await roundChanged(round);
          await navigate({ to: '/rounds/$roundId/offers', params: { roundId: round.id }, replace: true });
        }}
      />
    </>
  );
}
