import type { ResourceView } from '@collegium/contract/sharing/resources';
import { Button, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import { resourceQuery, resourcesQuery } from '../queries.ts';
import { IdleOfferModal } from '../idle/IdleOfferModal.tsx';
import { OwnerMenu, type OwnerAct } from './OwnerMenu.tsx';
import { PlanMaintenanceModal } from './PlanMaintenanceModal.tsx';

/** What the owner’s staff may do: change it, take it out for maintenance, put it back, retire it. */
export function OwnerActions({ resource }: { resource: ResourceView }) {
  const { t } = useLingui();
  const [asked, ask] = useState<'maintain' | 'retire'>();
  const [mergeIntoId, mergeInto] = useState<string | null>(null);
  const [isOffering, setOffering] = useState(false);
  const [isPlanning, setPlanning] = useState(false);
  const { abilities } = resource;
  const move = useMutation({
    mutationFn: (input: { move: 'maintain' | 'restore' | 'retire'; reason?: string; mergeIntoId?: string }) =>
      api.post<ResourceView>(`/resources/${resource.id}/state`, input, { ifMatch: resource.version }),
    onSuccess: async (changed) => {
      queryClient.setQueryData(resourceQuery(resource.id).queryKey, changed);
      await queryClient.invalidateQueries({ queryKey: ['resources', 'list'] });
      ask(undefined);
    },
  });
  const isInService = resource.state === 'in_service';
  const acts: OwnerAct[] = [
    ...(isInService && abilities.maintain ? [{ name: t`Plan maintenance`, start: () => setPlanning(true) }] : []),
    ...(abilities.maintain ? [{ name: t`Take out for maintenance`, start: () => ask('maintain') }] : []),
    ...(isInService && abilities.change ? [{ name: t`Offer idle hours`, start: () => setOffering(true) }] : []),
    ...(abilities.retire ? [{ name: t`Retire`, start: () => ask('retire') }] : []),
  ];
  return (
    <>
      {abilities.change && (
        <Button
          renderRoot={(props) => (
            <Link to="/resources/$resourceId/edit" params={{ resourceId: resource.id }} {...props} />
          )}
        >
          <Trans>Change</Trans>
        </Button>
      )}
      {abilities.restore && (
        <Button loading={move.isPending} onClick={() => move.mutate({ move: 'restore' })}>
          <Trans>Put back into service</Trans>
        </Button>
      )}
      <OwnerMenu acts={acts} />
      {isPlanning && <PlanMaintenanceModal resource={resource} onClose={() => setPlanning(false)} />}
      {isOffering && <IdleOfferModal resource={resource} onClose={() => setOffering(false)} />}
      {!asked && <ProblemNote error={move.error} />}
      {asked && (
        <ConfirmModal
          title={asked === 'maintain' ? t`Take it out for maintenance?` : t`Retire this resource?`}
          consequence={
            asked === 'maintain' ? (
              <Trans>
                Nobody can book it until you put it back. Bookings that were made stay; tell or cancel them yourself.
              </Trans>
            ) : (
              <>
                <Trans>Nobody can book it any more. Its history stays.</Trans>
                <MergeField resource={resource} value={mergeIntoId} onChange={mergeInto} />
              </>
            )
          }
          confirmLabel={asked === 'maintain' ? t`Take out for maintenance` : t`Retire resource`}
          reasonLabel={t`Why? Everybody who may book it reads this.`}
          onConfirm={(reason) =>
            move.mutate({ move: asked, reason, ...(asked === 'retire' && mergeIntoId !== null && { mergeIntoId }) })
          }
          onClose={() => ask(undefined)}
          isPending={move.isPending}
          error={move.error}
        />
      )}
    </>
  );
}

interface MergeFieldProps {
  resource: ResourceView;
  value: string | null;
  onChange: (id: string | null) => void;
}

/** To which other resource of the owner what is booked moves. */
function MergeField({ resource, value, onChange }: MergeFieldProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [typed, setTyped] = useState('');
  const [chosen, choose] = useState<[id: string, name: string]>();
  const [settled] = useDebouncedValue(typed.trim(), 200);
  const words = settled === '' || settled === chosen?.[1] ? undefined : settled;
  const { data } = useInfiniteQuery(resourcesQuery({ own: true, kind: [resource.kind], words }));
  const others = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ id, state }) => id !== resource.id && state === 'in_service');
  const names = new Map([
    ...(chosen ? [chosen] : []),
    ...others.map(({ id, name }): [string, string] => [id, text(name)]),
  ]);
  return (
    <Select
      label={t`Merge into another`}
      description={t`Bookings to come move there as far as they fit; the others end and their holders are told.`}
      placeholder={t`None: all bookings to come end`}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      value={value}
      onChange={(id) => {
        choose(id === null ? undefined : [id, names.get(id) ?? '']);
        onChange(id);
      }}
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={t`No resource of this kind has these words.`}
      clearable
      mt="sm"
    />
  );
}
