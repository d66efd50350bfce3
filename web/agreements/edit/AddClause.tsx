import type { Clause } from '@collegium/contract/agreements/clause';
import type { ClauseLibrary } from '@collegium/contract/agreements/library';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { templateNames } from '../words.ts';

/** Adds a clause from the library, or an empty one, after the last. */
export function AddClause({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const library = useQuery({
    queryKey: ['clause-templates'],
    queryFn: ({ signal }) => api.get<ClauseLibrary>('/clause-templates', { signal }),
  });
  const taken = view.open?.clauses.map(({ key }) => key) ?? [];
  const add = useMutation({
    mutationFn: (clause: Clause) =>
      api.post(`/agreements/${view.id}/draft/clauses`, {
        clause: { ...clause, key: freeKey(clause.key, taken) },
        ...(taken.length > 0 && { after: taken.at(-1) }),
      }),
    onSuccess: async () => {
      await agreementChanged();
      setChosen(null);
    },
  });
  const items = library.data?.items ?? [];
  const groups = [...new Set(items.map(({ source }) => source))].map((source) => ({
    group: nameOf(source),
    items: items.flatMap((item, index) =>
      item.source === source ? [{ value: String(index), label: text(item.clause.title) }] : [],
    ),
  }));
  function nameOf(source: string): string {
    const name = templateNames[source];
    return name ? t(name) : source;
  }
  const clause = items[Number(chosen)]?.clause;
  return (
    <Section title={t`Add a clause`}>
      <div className="form">
        <Select
          label={t`From the library`}
          searchable
          clearable
          data={groups}
          value={chosen}
          onChange={setChosen}
          nothingFoundMessage={t`No clause has these words.`}
        />
        <ProblemNote error={add.error} />
        <FormActions>
          <Button
            loading={add.isPending}
            disabled={chosen === null || clause === undefined}
            onClick={() => clause && add.mutate(clause)}
          >
            <Trans>Add it</Trans>
          </Button>
          <Button onClick={() => add.mutate(emptyClause(t`New clause`, view.open?.terms.authenticLanguage ?? 'en'))}>
            <Trans>Add an empty clause</Trans>
          </Button>
        </FormActions>
      </div>
    </Section>
  );
}

function emptyClause(title: string, language: string): Clause {
  return { key: 'clause', kind: 'text', title: { [language]: title }, text: {}, fields: [] };
}

/** A key that the draft does not have: `places`, `places-2`. */
function freeKey(wanted: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(key)) return key;
  }
}
