import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { ConfirmModal } from '../ui/ConfirmModal.tsx';
import { RailSection } from '../ui/RailSection.tsx';
import { GroupModal } from './GroupModal.tsx';
import { partnershipChanged } from './partnership-query.ts';
import { People } from './People.tsx';

interface GroupProps {
  view: PartnershipDetail;
  group: PartnershipDetail['groups'][number];
}

/** A working group: what it is for and who belongs to it; members rename or dissolve it. */
export function Group({ view, group }: GroupProps) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<'change' | 'dissolve'>();
  const dissolve = useMutation({
    mutationFn: () => api.delete<PartnershipDetail>(`/partnership-groups/${group.id}`, { ifMatch: group.version }),
    onSuccess: partnershipChanged,
  });
  return (
    <RailSection title={group.name}>
      {group.purpose && <p className="cap">{group.purpose}</p>}
      <People view={view} people={view.people.filter(({ groupId }) => groupId === group.id)} />
      {view.abilities.change && (
        <div className="rail-actions">
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t`Change the group ${group.name}`}
            onClick={() => setAsked('change')}
          >
            <Trans>Change</Trans>
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t`Dissolve the group ${group.name}`}
            onClick={() => setAsked('dissolve')}
          >
            <Trans>Dissolve</Trans>
          </Button>
        </div>
      )}
      {asked === 'change' && <GroupModal view={view} group={group} onClose={() => setAsked(undefined)} />}
      {asked === 'dissolve' && (
        <ConfirmModal
          title={t`Dissolve this group?`}
          consequence={
            <Trans>Its people are no longer named in it. That there was the group stays in the record.</Trans>
          }
          confirmLabel={t`Dissolve the group`}
          onConfirm={() => dissolve.mutate()}
          onClose={() => setAsked(undefined)}
          isPending={dissolve.isPending}
          error={dissolve.error}
        />
      )}
    </RailSection>
  );
}
