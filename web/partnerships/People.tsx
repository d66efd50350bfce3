import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, CloseButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSessionOrNull } from '../api/session.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { FunctionModal } from './FunctionModal.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface PeopleProps {
  view: PartnershipDetail;
  people: PartnershipDetail['people'];
}

/** People of a partnership; those of one's own organisation can be taken off. */
export function People({ view, people }: PeopleProps) {
  const { t } = useLingui();
  const own = useSessionOrNull()?.acting.organisation.id;
  const [changing, setChanging] = useState<PeopleProps['people'][number]>();
  const remove = useMutation({
    mutationFn: (entryId: string) => api.delete<PartnershipDetail>(`/partnerships/${view.id}/people/${entryId}`),
    onSuccess: partnershipChanged,
  });
  if (people.length === 0)
    return (
      <p className="cap">
        <Trans>Nobody is named yet.</Trans>
      </p>
    );
  return (
    <>
      <ul className="lately">
        {people.map((person) => (
          <li key={person.id} className="named">
            <PersonMark name={person.name} />
            <span className="named-who">
              {person.name}
              {person.function && <span className="cap named-function">{person.function}</span>}
            </span>
            {view.abilities.change && person.organisationId === own && (
              <>
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  aria-label={t`Change the function of ${person.name}`}
                  onClick={() => setChanging(person)}
                >
                  <IconPencil size={14} aria-hidden />
                </ActionIcon>
                <CloseButton
                  size="sm"
                  aria-label={t`Take ${person.name} off the list`}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(person.id)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={remove.error} />
      {changing && <FunctionModal view={view} person={changing} onClose={() => setChanging(undefined)} />}
    </>
  );
}
