import { offerKinds } from '@collegium/contract/offer-kinds';
import type { Role } from '@collegium/contract/roles';
import { participationMachine, type ParticipationState } from '@collegium/contract/states/participation';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ParticipationSearch } from '../routes/participations.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Facet } from '../ui/Facet.tsx';
import { kinds } from '../ui/kinds.ts';

const route = getRouteApi('/open/member/participations');
const states = Object.keys(participationMachine.states) as ParticipationState[];

/** The filters of the list; they live in the address. */
export function ParticipationFacets({ role }: { role: Role }) {
  const { t } = useLingui();
  const { language } = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/participations' });
  const narrow = (change: ParticipationSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <>
      <Facet
        title={t`Waiting`}
        options={[{ value: 'me', label: role === 'learner' ? t`For me` : t`For us` }]}
        selected={search.needsMe ? ['me'] : []}
        onChange={(selected) => narrow({ needsMe: selected.length > 0 || undefined })}
      />
      <Facet
        title={t`State`}
        options={states.map((value) => ({ value, label: participationMachine.states[value][language] }))}
        selected={search.state ?? []}
        onChange={(selected) => narrow({ state: states.filter((one) => selected.includes(one)) })}
      />
      <Facet
        title={t`Kind`}
        options={offerKinds.map((value) => ({ value, label: t(kinds[value].name), icon: kinds[value].icon }))}
        selected={search.kind ?? []}
        onChange={(selected) => narrow({ kind: offerKinds.filter((one) => selected.includes(one)) })}
      />
      {role !== 'learner' && role !== 'host_supervisor' && (
        <Facet
          title={t`We are`}
          options={[
            { value: 'home', label: t`Their home` },
            { value: 'provider', label: t`Their host` },
          ]}
          selected={search.side ? [search.side] : []}
          onChange={(selected) => narrow({ side: sideOf(selected, search.side) })}
        />
      )}
    </>
  );
}

/** Both sides checked, or none, means all. */
function sideOf(selected: readonly string[], before: 'home' | 'provider' | undefined): 'home' | 'provider' | undefined {
  const added = selected.filter((one) => one !== before);
  if (selected.length === 0) return undefined;
  return added[0] === 'home' || added[0] === 'provider' ? added[0] : before;
}
