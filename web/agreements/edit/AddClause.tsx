import type { Clause, ClauseKind } from '@collegium/contract/agreements/clause';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { ClausePreview } from '../library/ClausePreview.tsx';
import { emptyClause } from '../library/empty-clause.ts';
import { clauseLibraryQuery } from '../library/library-query.ts';
import { LibrarySelect } from '../library/LibrarySelect.tsx';
import { clauseKindNames } from '../words.ts';
import { freeKey } from './free-key.ts';

const kinds = Object.keys(clauseKindNames) as ClauseKind[];

/** Adds a clause from the library, read before it is taken, or an empty one; where it stands is chosen. */
export function AddClause({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const [after, setAfter] = useState<string | null>(null);
  const library = useQuery(clauseLibraryQuery());
  const clauses = view.open?.clauses ?? [];
  const taken = clauses.map(({ key }) => key);
  const before = after !== null && taken.includes(after) ? after : taken.at(-1);
  const add = useMutation({
    mutationFn: (clause: Clause) =>
      api.post(`/agreements/${view.id}/draft/clauses`, {
        clause: { ...clause, key: freeKey(clause.key, taken) },
        ...(before !== undefined && { after: before }),
      }),
    onSuccess: async () => {
      await agreementChanged();
      setChosen(null);
    },
  });
  const clause = library.data?.items[Number(chosen)]?.clause;
  const language = view.open?.terms.authenticLanguage ?? 'en';
  return (
    <Section title={t`Add a clause`}>
      <div className="form">
        <LibrarySelect items={library.data?.items ?? []} value={chosen} onChange={setChosen} />
        {chosen !== null && clause && <ClausePreview clause={clause} />}
        <Select
          label={t`After which clause`}
          data={clauses.map(({ key, title }, index) => ({ value: key, label: `${index + 1} ${text(title)}` }))}
          value={before ?? null}
          onChange={setAfter}
          allowDeselect={false}
        />
        <ProblemNote error={add.error ?? library.error} />
        <FormActions>
          <Button
            loading={add.isPending}
            disabled={chosen === null || clause === undefined}
            onClick={() => clause && add.mutate(clause)}
          >
            <Trans>Add it</Trans>
          </Button>
          <Menu>
            <Menu.Target>
              <Button disabled={add.isPending}>
                <Trans>Add an empty clause</Trans>
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {kinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => add.mutate(emptyClause(kind, t`New clause`, language))}>
                  {t(clauseKindNames[kind])}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </FormActions>
      </div>
    </Section>
  );
}
