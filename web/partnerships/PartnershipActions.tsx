import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSessionOrNull } from '../api/session.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { InviteModal } from './InviteModal.tsx';
import { partnershipChanged } from './partnership-query.ts';
import { PublicFaceModal } from './PublicFaceModal.tsx';

/** What the reader may do with the partnership as a whole. */
export function PartnershipActions({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<'apply' | 'end' | 'face' | 'invite'>();
  const organisation = useSessionOrNull()?.acting.organisation.name ?? '';
  const act = useMutation({
    mutationFn: (words: string) =>
      asked === 'end'
        ? api.post<PartnershipDetail>(`/partnerships/${view.id}/end`, { reason: words }, { ifMatch: view.version })
        : api.post<PartnershipDetail>(`/partnerships/${view.id}/requests`, { message: words }),
    onSuccess: (detail) => {
      partnershipChanged(detail);
      setAsked(undefined);
    },
  });
  const close = () => {
    act.reset();
    setAsked(undefined);
  };
  return (
    <>
      {view.abilities.change && (
        <>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button rightSection={<IconChevronDown size={16} aria-hidden />}>
                <Trans>More</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setAsked('invite')}>
                <Trans>Invite an organisation</Trans>
              </Menu.Item>
              <Menu.Item onClick={() => setAsked('face')}>
                <Trans>Choose what others see</Trans>
              </Menu.Item>
              {view.abilities.end && (
                <Menu.Item onClick={() => setAsked('end')}>
                  <Trans>End the partnership</Trans>
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
          <Button
            renderRoot={(props) => (
              <Link {...props} to="/partnerships/$partnershipId/edit" params={{ partnershipId: view.id }} />
            )}
          >
            <Trans>Change it</Trans>
          </Button>
        </>
      )}
      {view.abilities.apply && (
        <Button variant="filled" className="grow" onClick={() => setAsked('apply')}>
          {t`Apply for ${organisation}`}
        </Button>
      )}
      {asked === 'invite' && <InviteModal view={view} onClose={close} />}
      {asked === 'face' && <PublicFaceModal view={view} onClose={close} />}
      {asked === 'end' && (
        <ConfirmModal
          title={t`End this partnership?`}
          consequence={
            <Trans>Offers for partners alone close to its members from today on. What was stays readable.</Trans>
          }
          confirmLabel={t`End the partnership`}
          reasonLabel={t`Why does it end? All members read this.`}
          onConfirm={(words) => act.mutate(words)}
          onClose={close}
          isPending={act.isPending}
          error={act.error}
        />
      )}
      {asked === 'apply' && (
        <ConfirmModal
          title={t`Apply to join?`}
          consequence={<Trans>The members read your words and answer for the partnership.</Trans>}
          confirmLabel={t`Apply for ${organisation}`}
          reasonLabel={t`Why do you want to join?`}
          onConfirm={(words) => act.mutate(words)}
          onClose={close}
          isPending={act.isPending}
          error={act.error}
        />
      )}
    </>
  );
}
