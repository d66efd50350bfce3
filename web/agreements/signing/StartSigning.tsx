import type { SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { PartySigns } from './PartySigns.tsx';
import { isPlanWhole, planBody, planFor } from './signing-plan.ts';
import { signingChanged } from './signing-query.ts';

/** Begins the signing: who signs for each party, until when, in any order or one after the other. */
export function StartSigning({ view }: { view: SigningView }) {
  const { t } = useLingui();
  const [plan, setPlan] = useState(() => planFor(view.parties));
  const [dueOn, setDueOn] = useState('');
  const [isOrdered, setOrdered] = useState(false);
  const start = useMutation({
    mutationFn: () =>
      api.post(`/agreements/${view.agreementId}/signing`, {
        hash: view.hash,
        dueOn,
        signatories: planBody(plan, isOrdered),
      }),
    onSuccess: async () => {
      void toast(t`Signing has begun; those whose turn it is are asked.`);
      await signingChanged(view.agreementId);
    },
  });
  const isWhole = dueOn !== '' && isPlanWhole(plan);
  return (
    <Section title={t`Who signs for each party?`}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate();
        }}
      >
        {view.parties.map((party) => (
          <PartySigns key={party.id} party={party} plan={plan} isOrdered={isOrdered} onChange={setPlan} />
        ))}
        <Checkbox
          label={t`One after the other, by steps`}
          checked={isOrdered}
          onChange={(event) => setOrdered(event.currentTarget.checked)}
        />
        <TextInput
          label={t`To be signed by`}
          description={t`Whoever has not signed is reminded seven, three and one days before`}
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <ProblemNote error={start.error} />
        <div className="form-actions">
          <Button type="submit" variant="filled" loading={start.isPending} disabled={!isWhole}>
            {t`Begin the signing`}
          </Button>
        </div>
      </form>
    </Section>
  );
}
