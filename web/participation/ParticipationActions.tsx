import type { ParticipationView } from '@collegium/contract/participation/views';
import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconFileText, IconFlag, IconNotebook, IconPencil, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CompleteModal } from './CompleteModal.tsx';
import { EndEarlyModal } from './EndEarlyModal.tsx';

/** What else can be done with a participation; the next step itself stands in the call-out. */
export function ParticipationActions({ view }: { view: ParticipationView }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'end' | 'complete'>();
  const { abilities } = view;
  const params = { participationId: view.id };
  return (
    <>
      <Button
        className="grow"
        leftSection={<IconNotebook size={16} stroke={1.7} aria-hidden />}
        renderRoot={(props) => <Link to="/participations/$participationId/journal" params={params} {...props} />}
      >
        {t`Journal`}
      </Button>
      <Button
        className="desk"
        leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
        onClick={() => window.print()}
      >
        {t`Print record`}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="input-sm" aria-label={t`More`}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileText size={16} aria-hidden />}
            renderRoot={(props: object) => (
              <Link to="/participations/$participationId/plan" params={params} {...props} />
            )}
          >
            {t`Open the plan`}
          </Menu.Item>
          {abilities.proposePlan && (
            <Menu.Item
              leftSection={<IconPencil size={16} aria-hidden />}
              renderRoot={(props: object) => (
                <Link to="/participations/$participationId/plan/new" params={params} {...props} />
              )}
            >
              {view.planInForce === null ? t`Propose a plan` : t`Propose a change`}
            </Menu.Item>
          )}
          {abilities.complete && (
            <Menu.Item leftSection={<IconFlag size={16} aria-hidden />} onClick={() => setOpen('complete')}>
              {t`Complete`}
            </Menu.Item>
          )}
          {abilities.endEarly && (
            <Menu.Item color="red" onClick={() => setOpen('end')}>
              {t`End it early`}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'complete' && <CompleteModal view={view} onClose={() => setOpen(undefined)} />}
      {open === 'end' && <EndEarlyModal view={view} onClose={() => setOpen(undefined)} />}
    </>
  );
}
