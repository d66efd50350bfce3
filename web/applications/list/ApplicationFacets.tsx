import { applicationMachine, type ApplicationState } from '@collegium/contract/states/application';
import { offerKinds } from '@collegium/contract/offer-kinds';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facet } from '../../ui/Facet.tsx';
import { kinds } from '../../ui/kinds.ts';
import { sides, type ApplicationsSearch } from './search.ts';

const route = getRouteApi('/open/member/applications');
const states = Object.keys(applicationMachine.states) as ApplicationState[];

/** The filters of the list of staff. */
export function ApplicationFacets() {
  const { t } = useLingui();
  const { language } = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/applications' });
  const narrow = (part: Partial<ApplicationsSearch>) =>
    void navigate({ search: { ...search, ...part }, replace: true });
  const sideNames = { home: t`Our learners`, provider: t`For our offers` };
  return (
    <>
      <Facet
        title={t`Whose`}
        selected={search.side ? [search.side] : []}
        options={sides.map((value) => ({ value, label: sideNames[value] }))}
        onChange={(selected) =>
          narrow({ side: sides.findLast((side) => selected.includes(side) && side !== search.side) })
        }
      />
      <Facet
        title={t`Status`}
        selected={search.state ?? []}
        options={states.map((value) => ({ value, label: applicationMachine.states[value][language] }))}
        onChange={(selected) => narrow({ state: nonEmpty(states.filter((state) => selected.includes(state))) })}
      />
      <Facet
        title={t`Kind`}
        selected={search.kind ?? []}
        options={offerKinds.map((value) => ({ value, label: t(kinds[value].name), icon: kinds[value].icon }))}
        onChange={(selected) => narrow({ kind: nonEmpty(offerKinds.filter((kind) => selected.includes(kind))) })}
      />
    </>
  );
}

function nonEmpty<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}
