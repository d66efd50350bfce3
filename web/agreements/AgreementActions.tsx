import type { AgreementMoved, AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSession } from '../api/session.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { agreementChanged } from './agreement-query.ts';
import { DecideModal } from './DecideModal.tsx';
import { SignAction } from './signing/SignAction.tsx';

/** What the reader may do next with an agreement; the one that waits is filled. */
export function AgreementActions({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { acting } = useSession();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'approve' | 'change' | 'abandon'>();
  const params = { agreementId: view.id };
  const start = useMutation({
    mutationFn: () => api.post<AgreementMoved>(`/agreements/${view.id}/versions`, {}),
    onSuccess: async () => {
      await agreementChanged();
      await navigate({ to: '/agreements/$agreementId/edit', params });
    },
  });
  return (
    <>
      <Button className="desk" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
      {view.abilities.startVersion && (
        <Button
          leftSection={<IconPencil size={16} aria-hidden />}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          <Trans>Propose a change</Trans>
        </Button>
      )}
      {view.abilities.edit && (
        <Button
          className="grow"
          variant="filled"
          leftSection={<IconPencil size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/agreements/$agreementId/edit" params={params} {...props} />}
        >
          <Trans>Edit the draft</Trans>
        </Button>
      )}
      {(view.open?.state === 'approved' || view.open?.state === 'signing') && <SignAction agreementId={view.id} />}
      {view.abilities.decide && (
        <>
          <Button onClick={() => setAsking('change')}>
            <Trans>Ask for a change</Trans>
          </Button>
          <Button className="grow agreement-binding" variant="filled" onClick={() => setAsking('approve')}>
            {t`Approve for ${acting.organisation.name}`}
          </Button>
        </>
      )}
      {view.abilities.abandon && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t`More about this agreement`}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setAsking('abandon')}>
              {view.inForce ? t`Give up version ${view.open?.number ?? 0}` : t`Abandon`}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {(asking === 'approve' || asking === 'change') && view.open && (
        <DecideModal
          view={view}
          text={view.open}
          isApproval={asking === 'approve'}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'abandon' && <AbandonModal view={view} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function AbandonModal({ view, onClose }: { view: AgreementView; onClose: () => void }) {
  const { t } = useLingui();
  const abandon = useMutation({
    mutationFn: (reason: string) => api.post(`/agreements/${view.id}/abandonment`, { reason }),
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  return (
    <ConfirmModal
      title={view.inForce ? t`Give up the version that is negotiated?` : t`Abandon this agreement?`}
      consequence={
        view.inForce
          ? t`Version ${view.inForce.number} stays in force unchanged. The text that was negotiated stays readable under Versions.`
          : t`Nothing was signed, so nothing is in force. All parties keep the history. This cannot be undone.`
      }
      confirmLabel={view.inForce ? t`Give it up` : t`Abandon agreement`}
      reasonLabel={t`Why? All parties read this.`}
      onConfirm={(reason) => abandon.mutate(reason)}
      onClose={onClose}
      isPending={abandon.isPending}
      error={abandon.error}
    />
  );
}
