import type { OutcomeView } from '@collegium/contract/outcomes';
import { useLingui } from '@lingui/react/macro';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../api/client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { outcomeChanged } from './outcome-query.ts';

/** The learner countersigns in own words. */
export function CountersignForm({ view }: { view: OutcomeView }) {
  const { t } = useLingui();
  const [statement, setStatement] = useState('');
  const [isMissing, setMissing] = useState(false);
  const countersign = useMutation({
    mutationFn: () =>
      api.post<OutcomeView>(`/outcomes/${view.id}/countersignature`, { statement }, { ifMatch: view.version }),
    onSuccess: outcomeChanged,
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (statement.trim() === '') setMissing(true);
    else countersign.mutate();
  }
  return (
    <Section title={t`Countersign`}>
      <form className="form" onSubmit={submit}>
        <Textarea
          label={t`In your own words`}
          description={t`What did you learn, and do you see it as the provider does? ${view.provider.name} and ${view.home.name} read it. Afterwards the assessment no longer changes.`}
          autosize
          minRows={4}
          value={statement}
          onChange={(event) => {
            setStatement(event.currentTarget.value);
            setMissing(false);
          }}
          error={isMissing && t`Write a sentence of your own.`}
        />
        <ProblemNote error={countersign.error} />
        <FormActions>
          <Button
            type="submit"
            variant="filled"
            loading={countersign.isPending}
          >{t`Countersign the assessment`}</Button>
        </FormActions>
      </form>
    </Section>
  );
}
