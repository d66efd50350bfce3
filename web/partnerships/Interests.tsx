import { fieldName, fieldsOfEducation } from '@collegium/contract/fields-of-education';
import type { InterestList, InterestView } from '@collegium/contract/partnerships/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, MultiSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { useSession } from '../api/session.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { interestsQuery } from './partnership-query.ts';

/** What own organisation is strong in and looks for; coordinators say it here. */
export function Interests({ organisationId }: { organisationId: string }) {
  const { t } = useLingui();
  const { data } = useQuery(interestsQuery(organisationId));
  const { permissions } = useSession();
  if (!data) return null;
  return (
    <Section title={t`What are you strong in, what do you look for?`}>
      <InterestForm
        key={JSON.stringify(data.items)}
        organisationId={organisationId}
        items={data.items}
        isReadOnly={!permissions.includes('interest:change')}
      />
    </Section>
  );
}

interface InterestFormProps {
  organisationId: string;
  items: readonly InterestView[];
  isReadOnly: boolean;
}

function InterestForm({ organisationId, items, isReadOnly }: InterestFormProps) {
  const { t } = useLingui();
  const { language } = useFormat();
  const codesOf = (wanted: InterestView['direction']) =>
    items.filter(({ direction }) => direction === wanted).map(({ fieldCode }) => fieldCode);
  const [codes, setCodes] = useState({ strength: codesOf('strength'), need: codesOf('need') });
  const options = fieldsOfEducation.map(([code]) => ({ value: code, label: `${code} ${fieldName(code, language)}` }));
  const kept = (direction: InterestView['direction'], fieldCode: string): InterestView =>
    items.find((one) => one.direction === direction && one.fieldCode === fieldCode) ?? {
      direction,
      fieldCode,
      offerKind: null,
      note: '',
    };
  const declare = useMutation({
    mutationFn: () => {
      const list = (['strength', 'need'] as const).flatMap((direction) =>
        codes[direction].map((code) => kept(direction, code)),
      );
      return api.put<InterestList>(`/organisations/${organisationId}/interests`, { items: list });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['partnerships'] }),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        declare.mutate();
      }}
    >
      <MultiSelect
        searchable
        readOnly={isReadOnly}
        limit={60}
        label={t`Strong in`}
        data={options}
        value={codes.strength}
        onChange={(strength) => setCodes({ ...codes, strength })}
      />
      <MultiSelect
        searchable
        readOnly={isReadOnly}
        limit={60}
        label={t`Looks for`}
        data={options}
        value={codes.need}
        onChange={(need) => setCodes({ ...codes, need })}
      />
      <ProblemNote error={declare.error} />
      {!isReadOnly && (
        <FormActions savedAt={declare.isSuccess ? new Date(declare.submittedAt) : undefined}>
          <Button type="submit" variant="filled" loading={declare.isPending}>
            <Trans>Declare it</Trans>
          </Button>
        </FormActions>
      )}
    </form>
  );
}
