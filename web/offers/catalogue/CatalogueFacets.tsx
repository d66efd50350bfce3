import { offerKinds } from '@collegium/contract/offer-kinds';
import { levels } from '@collegium/contract/levels';
import type { FacetView } from '@collegium/contract/offers/catalogue';
import { allocations, audiences, modes, type FacetName } from '@collegium/contract/offers/terms';
import { useLingui } from '@lingui/react/macro';
import { useSessionOrNull } from '../../api/session.ts';
import { Facet } from '../../ui/Facet.tsx';
import { kinds } from '../../ui/kinds.ts';
import { levelNames } from '../../ui/level-names.ts';
import { allocationNames, audienceNames, modeNames } from '../names.ts';
import { useWords } from '../useWords.ts';
import { readCatalogueSearch, type CatalogueSearch } from './search.ts';

interface CatalogueFacetsProps {
  search: CatalogueSearch;
  counts: FacetView | undefined;
  onChoose: (change: CatalogueSearch) => void;
}

/** The filters beside the catalogue, each choice with how many offers it would leave. */
export function CatalogueFacets({ search, counts, onChoose }: CatalogueFacetsProps) {
  const { t } = useLingui();
  const { fieldName, languageName, countryName } = useWords();
  const isMember = useSessionOrNull() !== null;
  const countOf = (name: FacetName, value: string) =>
    counts && (counts.facets[name].find((one) => one.value === value)?.count ?? 0);
  const chosenOf = (name: FacetName): string[] => search[name] ?? [];
  const facet = (name: FacetName) => ({
    selected: chosenOf(name),
    onChange: (selected: string[]) => onChoose({ [name]: readCatalogueSearch({ [name]: selected })[name] }),
  });
  /** Values that occur, in their own order, and those chosen. */
  const closed = <Value extends string>(name: FacetName, values: readonly Value[], label: (value: Value) => string) =>
    values
      .filter((value) => countOf(name, value) !== 0 || chosenOf(name).includes(value))
      .map((value) => ({ value, label: label(value), ...withCount(countOf(name, value)) }));
  /** Values that occur, most first, and those chosen, so that they can be taken back. */
  const open = (name: 'field' | 'language' | 'country', label: (value: string) => string) => {
    const occurring = counts?.facets[name].map(({ value }) => value) ?? [];
    const values = [...new Set([...occurring, ...(search[name] ?? [])])];
    return values.map((value) => ({ value, label: label(value), ...withCount(countOf(name, value)) }));
  };
  return (
    <>
      <Facet
        title={t`Kind of offer`}
        options={offerKinds.map((kind) => ({
          value: kind,
          label: t(kinds[kind].name),
          icon: kinds[kind].icon,
          ...withCount(countOf('kind', kind)),
        }))}
        {...facet('kind')}
      />
      <Facet
        title={t`Applications`}
        options={[
          { value: 'open', label: t`Open now`, ...withCount(counts?.openNow) },
          { value: 'ended', label: t`Also ended`, ...withCount(counts?.ended) },
        ]}
        selected={[...(search.openNow ? ['open'] : []), ...(search.ended ? ['ended'] : [])]}
        onChange={(selected) =>
          onChoose({
            openNow: selected.includes('open') ? true : undefined,
            ended: selected.includes('ended') ? true : undefined,
          })
        }
      />
      {isMember && (
        <Facet
          title={t`Who can take part`}
          options={closed('audience', audiences, (value) => t(audienceNames[value]))}
          {...facet('audience')}
        />
      )}
      <Facet title={t`Place`} options={closed('mode', modes, (value) => t(modeNames[value]))} {...facet('mode')} />
      <Facet title={t`Level`} options={closed('level', levels, (value) => t(levelNames[value]))} {...facet('level')} />
      <Facet title={t`Field of education`} options={open('field', fieldName)} shown={5} {...facet('field')} />
      <Facet title={t`Language`} options={open('language', languageName)} shown={5} {...facet('language')} />
      <Facet title={t`Country`} options={open('country', countryName)} shown={5} {...facet('country')} />
      <Facet
        title={t`How places are given`}
        options={closed('allocatedBy', allocations, (value) => t(allocationNames[value]))}
        {...facet('allocatedBy')}
      />
    </>
  );
}

function withCount(count: number | undefined): { count?: number } {
  return count === undefined ? {} : { count };
}
