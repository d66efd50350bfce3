import type { AgreementTerms } from '@collegium/contract/agreements/terms';
import type { AgreementMoved, AgreementView } from '@collegium/contract/agreements/views';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { TermsFields } from './TermsFields.tsx';

/** The terms of the draft: title, days, renewal, joining and leaving. */
export function TermsForm({ view, terms }: { view: AgreementView; terms: AgreementTerms }) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(terms);
  const save = useMutation({
    mutationFn: () =>
      api.put<AgreementMoved>(`/agreements/${view.id}/draft/terms`, draft, { ifMatch: view.open?.version ?? 0 }),
    onSuccess: agreementChanged,
  });
  const set = (change: Partial<AgreementTerms>) => setDraft({ ...draft, ...change });
  return (
    <details className="draft-terms">
      <summary>
        <Trans>Terms: title, days, renewal, joining and leaving</Trans>
      </summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <LocalisedField label={t`Title`} value={draft.title} onChange={(title) => set({ title })} />
        <TermsFields value={draft} hasDays onChange={set} />
        <ProblemNote error={save.error} />
        <FormActions>
          <Button type="submit" loading={save.isPending}>
            <Trans>Save terms</Trans>
          </Button>
        </FormActions>
      </form>
    </details>
  );
}
