import type { AgreementMoved, AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { RankedList } from '../../ui/RankedList.tsx';
import { Section } from '../../ui/Section.tsx';
import { agreementChanged } from '../agreement-query.ts';

/** Puts the clauses into another order: by dragging, by keys or with buttons; saved as a whole. */
export function OrderClauses({ view, onDone }: { view: AgreementView; onDone: () => void }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const clauses = view.open?.clauses ?? [];
  const [wanted, setWanted] = useState(() => clauses.map(({ key }) => key));
  const ordered = inOrder(clauses, wanted);
  const save = useMutation({
    mutationFn: () =>
      api.put<AgreementMoved>(
        `/agreements/${view.id}/draft/order`,
        { keys: ordered.map(({ key }) => key) },
        { ifMatch: view.open?.version ?? 0 },
      ),
    onSuccess: async () => {
      await agreementChanged();
      onDone();
    },
    // Somebody wrote meanwhile: their text is fetched, the order chosen here is kept, and saving again suffices.
    onError: (error) => void (error instanceof ApiProblem && error.isStale && agreementChanged()),
  });
  const isStale = save.error instanceof ApiProblem && save.error.isStale;
  return (
    <Section title={t`Order of the clauses`}>
      <RankedList
        label={t`Clauses in order`}
        items={ordered.map(({ key, title }) => ({ id: key, name: text(title) }))}
        onOrder={(items) => setWanted(items.map(({ id }) => id))}
      >
        {({ name }) => <span className="row-t">{name}</span>}
      </RankedList>
      <div className="form template-add">
        {isStale ? (
          <p className="sub" role="alert">
            <Trans>Somebody changed the draft meanwhile. Look at the order once more, then save it.</Trans>
          </p>
        ) : (
          <ProblemNote error={save.error} />
        )}
        <FormActions>
          <Button variant="filled" loading={save.isPending} onClick={() => save.mutate()}>
            <Trans>Save this order</Trans>
          </Button>
          <Button onClick={onDone}>
            <Trans>Cancel</Trans>
          </Button>
        </FormActions>
      </div>
    </Section>
  );
}

/** The clauses as wanted; those that came meanwhile stand at the end, those that went are left out. */
function inOrder<T extends { key: string }>(clauses: readonly T[], wanted: readonly string[]): T[] {
  const placeOf = (key: string) => (wanted.includes(key) ? wanted.indexOf(key) : wanted.length);
  return clauses.toSorted((a, b) => placeOf(a.key) - placeOf(b.key));
}
