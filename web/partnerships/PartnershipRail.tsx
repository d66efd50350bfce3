import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../i18n/useFormat.ts';
import { RailSection } from '../ui/RailSection.tsx';
import { Group } from './Group.tsx';
import { GroupModal } from './GroupModal.tsx';
import { People } from './People.tsx';
import { PersonModal } from './PersonModal.tsx';
import { useHappening } from './useHappening.ts';

/** Beside the page: whom to ask, working groups, what happened lately. */
export function PartnershipRail({ view }: { view: PartnershipDetail }) {
  const { t } = useLingui();
  const { relative, text } = useFormat();
  const happening = useHappening();
  const [adding, setAdding] = useState<'group' | 'person'>();
  const contacts = view.people.filter(({ groupId }) => groupId === null);
  const canChange = view.abilities.change;
  return (
    <>
      {(contacts.length > 0 || canChange) && (
        <RailSection title={t`Whom to ask`}>
          <People view={view} people={contacts} />
          {canChange && (
            <div className="rail-actions">
              <Button size="compact-sm" variant="subtle" onClick={() => setAdding('person')}>
                <Trans>Name somebody</Trans>
              </Button>
              <Button size="compact-sm" variant="subtle" onClick={() => setAdding('group')}>
                <Trans>Make a working group</Trans>
              </Button>
            </div>
          )}
        </RailSection>
      )}
      {view.groups.map((group) => (
        <Group key={group.id} view={view} group={group} />
      ))}
      {view.activity.length > 0 && (
        <RailSection title={t`Lately`}>
          <ul className="lately">
            {view.activity.map((event) => (
              <li key={event.id}>
                <div className="sub">
                  {event.organisation && <b>{event.organisation}</b>} {happening(event.action)}
                  {event.title && ` · ${text(event.title)}`}
                </div>
                <div className="cap">{relative(event.at)}</div>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
      {!view.isMember && view.isOpen && (
        <RailSection title={t`Joining`}>
          <p className="sub">
            <Trans>This partnership is open: organisations may apply.</Trans>
          </p>
        </RailSection>
      )}
      {adding === 'group' && <GroupModal view={view} onClose={() => setAdding(undefined)} />}
      {adding === 'person' && <PersonModal view={view} onClose={() => setAdding(undefined)} />}
    </>
  );
}
