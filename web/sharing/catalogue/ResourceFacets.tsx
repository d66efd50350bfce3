import type { ResourceFacets as Counts } from '@collegium/contract/sharing/resources';
import { resourceKinds } from '@collegium/contract/sharing/terms';
import { useLingui } from '@lingui/react/macro';
import { useSessionOrNull } from '../../api/session.ts';
import { Facet } from '../../ui/Facet.tsx';
import { useCountryName } from '../../ui/useCountryName.ts';
import { resourceKindNames } from '../names.ts';
import { readResourceSearch, type ResourceSearch } from '../search.ts';

interface ResourceFacetsProps {
  search: ResourceSearch;
  counts: Counts | undefined;
  onChoose: (change: ResourceSearch) => void;
}

/** The filters beside the resources, each choice with how many it would leave. */
export function ResourceFacets({ search, counts, onChoose }: ResourceFacetsProps) {
  const { t } = useLingui();
  const countryName = useCountryName();
  const isMember = useSessionOrNull() !== null;
  const facet = (name: 'kind' | 'organisationId' | 'country') => ({
    selected: search[name] ?? [],
    onChange: (selected: string[]) => onChoose({ [name]: readResourceSearch({ [name]: selected })[name] }),
  });
  const countOf = (value: string) => counts && (counts.facets.kind.find((one) => one.value === value)?.count ?? 0);
  return (
    <>
      <Facet
        title={t`Kind`}
        options={resourceKinds.map((kind) => ({
          value: kind,
          label: t(resourceKindNames[kind].name),
          icon: resourceKindNames[kind].icon,
          ...withCount(countOf(kind)),
        }))}
        {...facet('kind')}
      />
      {isMember && (
        <Facet
          title={t`Whose`}
          options={[{ value: 'own', label: t`Our own` }]}
          selected={search.own ? ['own'] : []}
          onChange={(selected) => onChoose({ own: selected.length > 0 ? true : undefined })}
        />
      )}
      <Facet
        title={t`Owner`}
        options={(counts?.facets.organisationId ?? []).map(({ value, label, count }) => ({ value, label, count }))}
        shown={6}
        {...facet('organisationId')}
      />
      <Facet
        title={t`Country`}
        options={(counts?.facets.country ?? []).map(({ value, count }) => ({
          value,
          label: countryName(value),
          count,
        }))}
        shown={5}
        {...facet('country')}
      />
    </>
  );
}

function withCount(count: number | undefined): { count?: number } {
  return count === undefined ? {} : { count };
}
