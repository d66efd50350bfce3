import type { PartnershipDetail } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useSessionOrNull } from '../api/session.ts';
import { PersonMark } from '../ui/PersonMark.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { partnershipChanged } from './partnership-query.ts';

interface PeopleProps {
  view: PartnershipDetail;
  people: PartnershipDetail['people'];
}

/** People of a partnership; those of one's own organisation can be taken off. */
export function People({ view, people }: PeopleProps) {
  const { t } = useLingui();
  const own = useSessionOrNull()?.acting.organisation.id;
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
              <CloseButton
                size="sm"
                aria-label={t`Take ${person.name} off the list`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(person.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <ProblemNote error={remove.error} />
    </>
  );
}
