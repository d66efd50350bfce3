import { offerKinds } from '@collegium/contract/offer-kinds';
import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { kinds } from '../ui/kinds.ts';

const route = getRouteApi('/open/member/evaluation');

/** Kind and term; they live in the address, so a reload or a link shows the same. */
export function EvaluationFilters({ terms }: { terms: readonly string[] }) {
  const { t } = useLingui();
  const search = route.useSearch();
  const { kind, term } = search;
  const navigate = useNavigate({ from: '/evaluation' });
  return (
    <div className="evaluation-filters noprint">
      <Select
        label={t`Kind of offer`}
        placeholder={t`All kinds`}
        clearable
        value={kind ?? null}
        data={offerKinds.map((value) => ({ value, label: t(kinds[value].name) }))}
        onChange={(value) =>
          void navigate({
            search: { ...search, kind: value ?? undefined },
            replace: true,
          })
        }
      />
      <Select
        label={t`Term`}
        placeholder={t`All terms`}
        clearable
        value={term ?? null}
        data={[...terms]}
        onChange={(value) => void navigate({ search: { ...search, term: value ?? undefined }, replace: true })}
      />
    </div>
  );
}
