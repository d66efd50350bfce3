import { partnershipPhases } from '@collegium/contract/partnerships/phase';
import { partnershipModels } from '@collegium/contract/partnerships/terms';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Facet } from '../ui/Facet.tsx';
import { modelNames, phases } from './words.ts';

const route = getRouteApi('/open/member/partnerships');

/** What narrows the list of partnerships. */
export function PartnershipFacets() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/partnerships' });
  const choose = (changes: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...changes }, replace: true });
  const standings = [
    { value: 'mine' as const, label: t`Your organisation belongs to it` },
    { value: 'open' as const, label: t`Open to applications` },
  ];
  return (
    <>
      <Facet
        title={t`You and it`}
        selected={search.standing ?? []}
        options={standings}
        onChange={(chosen) =>
          choose({
            standing: someOf(
              standings.map(({ value }) => value),
              chosen,
            ),
          })
        }
      />
      <Facet
        title={t`How far it is`}
        selected={search.phase ?? []}
        options={partnershipPhases.map((value) => ({ value, label: t(phases[value].name) }))}
        onChange={(chosen) => choose({ phase: someOf(partnershipPhases, chosen) })}
      />
      <Facet
        title={t`Model`}
        selected={search.model ?? []}
        options={partnershipModels.map((value) => ({ value, label: t(modelNames[value]) }))}
        onChange={(chosen) => choose({ model: someOf(partnershipModels, chosen) })}
      />
    </>
  );
}

/** The values that were chosen; undefined when none was, which means all. */
function someOf<Value extends string>(all: readonly Value[], chosen: readonly string[]): Value[] | undefined {
  const found = all.filter((value) => chosen.includes(value));
  return found.length > 0 ? found : undefined;
}
