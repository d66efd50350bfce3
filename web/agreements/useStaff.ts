import type { PersonPage } from '@collegium/contract/people';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';

const roles = ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'];

/** Somebody as a choice of a field. */
export interface StaffChoice {
  value: string;
  label: string;
}

/** Who works for one's own organisation today, each once. */
export function useStaff(organisationId: string, isWanted = true): StaffChoice[] {
  const { data } = useQuery({
    queryKey: ['people', 'staff', organisationId],
    queryFn: ({ signal }) =>
      api.get<PersonPage>('/people', { query: { organisationId, role: roles, limit: 100 }, signal }),
    enabled: isWanted,
    select: choicesOf,
  });
  return data ?? [];
}

function choicesOf({ items }: PersonPage): StaffChoice[] {
  const today = new Date().toISOString().slice(0, 10);
  const people = items.filter(({ endedOn }) => endedOn === null || endedOn > today);
  return [
    ...new Map(people.map(({ personId, name }) => [personId, { value: personId, label: name }] as const)).values(),
  ];
}
