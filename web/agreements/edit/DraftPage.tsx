import type { AgreementMoved, AgreementView } from '@collegium/contract/agreements/views';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { Detail } from '../../ui/Detail.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { agreementChanged, agreementQuery } from '../agreement-query.ts';
import { AgreementStatus } from '../AgreementStatus.tsx';
import { NoAgreement } from '../NoAgreement.tsx';
import { AddClause } from './AddClause.tsx';
import { DraftClause } from './DraftClause.tsx';
import { DraftRail } from './DraftRail.tsx';
import { OrderClauses } from './OrderClauses.tsx';
import { TermsForm } from './TermsForm.tsx';
import '../agreements.css';
import '../draft.css';

const route = getRouteApi('/open/member/agreements/$agreementId/edit');

/** The draft, clause by clause, as people of several parties edit it at once. */
export function DraftPage() {
  const { agreementId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({ ...agreementQuery(agreementId), refetchInterval: 15_000 });
  if (error) return <NoAgreement error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  return <Draft view={data} />;
}

function Draft({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [isProposing, setProposing] = useState(false);
  const [isOrdering, setOrdering] = useState(false);
  const { open, unfilled, faults } = view;
  const params = { agreementId: view.id };
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t`Agreements`, to: '/agreements' },
          { label: view.reference, to: '/agreements/$agreementId', params },
        ]}
        title={text(open?.terms.title ?? view.title)}
        status={<AgreementStatus state={view.state} open={open} soft />}
        facts={
          <>
            {unfilled.length > 0 && (
              <span>
                <Plural value={unfilled.length} one="# gap still to be filled" other="# gaps still to be filled" />
              </span>
            )}
            {faults.length > 0 && (
              <span>
                <Plural value={faults.length} one="# fault to be corrected" other="# faults to be corrected" />
              </span>
            )}
          </>
        }
        actions={
          view.abilities.propose && (
            <Button
              className="grow"
              variant="filled"
              disabled={unfilled.length + faults.length > 0}
              onClick={() => setProposing(true)}
            >
              <Trans>Propose to all parties</Trans>
            </Button>
          )
        }
      />
      {open?.state !== 'draft' || !view.abilities.edit ? (
        <Empty
          title={t`There is no draft to edit`}
          why={t`A version that was proposed stays as it is. Start the next version from the agreement’s page.`}
        />
      ) : (
        <Detail railLabel={t`Gaps, parties and people`} rail={<DraftRail view={view} />}>
          {view.abilities.propose && <TermsForm key={`terms-${open.version}`} view={view} terms={open.terms} />}
          {isOrdering ? (
            <OrderClauses view={view} onDone={() => setOrdering(false)} />
          ) : (
            <>
              {open.clauses.length > 1 && (
                <Button size="xs" mb={16} onClick={() => setOrdering(true)}>
                  <Trans>Change the order</Trans>
                </Button>
              )}
              {open.clauses.map((clause, index) => (
                <DraftClause key={clause.key} view={view} clause={clause} number={index + 1} />
              ))}
              <AddClause view={view} />
            </>
          )}
        </Detail>
      )}
      {isProposing && <ProposeModal view={view} onClose={() => setProposing(false)} />}
    </>
  );
}

function ProposeModal({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const propose = useMutation({
    mutationFn: () =>
      api.post<AgreementMoved>(`/agreements/${view.id}/proposal`, undefined, { ifMatch: view.open?.version ?? 0 }),
    onSuccess: async () => {
      await agreementChanged();
      await navigate({ to: '/agreements/$agreementId', params: { agreementId: view.id } });
    },
  });
  const number = view.open?.number ?? 0;
  return (
    <ConfirmModal
      title={t`Propose version ${number}?`}
      consequence={t`Its text can no longer change. Every party reviews it in its own way and approves it or asks for a change. What is in force stays in force.`}
      confirmLabel={t`Propose version ${number}`}
      onConfirm={() => propose.mutate()}
      onClose={onClose}
      isPending={propose.isPending}
      error={propose.error}
    />
  );
}
