import { agreementMachine, type AgreementState } from '@collegium/contract/states/agreement';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import type { RegisterSearch } from '../routes/agreements.ts';
import { Facet } from '../ui/Facet.tsx';
import { templateNames } from './words.ts';

const route = getRouteApi('/open/member/agreements');
const states = Object.keys(agreementMachine.states) as AgreementState[];
const dayMs = 86_400_000;

/** The filters of the register; they live in the address. */
export function RegisterFacets() {
  const { t } = useLingui();
  const { language } = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/agreements' });
  const narrow = (change: RegisterSearch) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <>
      <Facet
        title={t`Waiting`}
        options={[{ value: 'me', label: t`For me` }]}
        selected={search.needsMe ? ['me'] : []}
        onChange={(selected) => narrow({ needsMe: selected.length > 0 || undefined })}
      />
      <Facet
        title={t`State`}
        options={states.map((value) => ({ value, label: agreementMachine.states[value][language] }))}
        selected={search.state ?? []}
        onChange={(selected) => narrow({ state: orNothing(states.filter((one) => selected.includes(one))) })}
      />
      <Facet
        title={t`Ends`}
        options={[{ value: 'soon', label: t`Within half a year` }]}
        selected={search.endsBefore ? ['soon'] : []}
        onChange={(selected) => narrow({ endsBefore: selected.length > 0 ? inHalfAYear() : undefined })}
      />
      <Facet
        title={t`Kind`}
        options={Object.entries(templateNames).map(([value, name]) => ({ value, label: t(name) }))}
        selected={search.template ?? []}
        onChange={(selected) => narrow({ template: orNothing(selected) })}
        shown={6}
      />
    </>
  );
}

function orNothing<T>(some: T[]): T[] | undefined {
  return some.length > 0 ? some : undefined;
}

function inHalfAYear(): string {
  return new Date(Date.now() + 183 * dayMs).toISOString().slice(0, 10);
}
