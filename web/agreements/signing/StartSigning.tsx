import type { SigningView } from '@collegium/contract/agreements/signing';
import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { OrgMark } from '../../ui/OrgMark.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Section } from '../../ui/Section.tsx';
import { toast } from '../../ui/toast.ts';
import { isWhoWhole, SignatoryFields, whoBody, type Who } from './SignatoryFields.tsx';
import { signingChanged } from './signing-query.ts';

const nobody: Who = { by: 'administrators', personId: null, name: '', email: '', office: '' };

/** Begins the signing: who signs for each party, until when, in any order or one after the other. */
export function StartSigning({ view }: { view: SigningView }) {
  const { t } = useLingui();
  const [signing, setSigning] = useState<Record<string, Who>>({});
  const [dueOn, setDueOn] = useState('');
  const [isOrdered, setOrdered] = useState(false);
  const whoOf = (id: string) => signing[id] ?? nobody;
  const start = useMutation({
    mutationFn: () =>
      api.post(`/agreements/${view.agreementId}/signing`, {
        hash: view.hash,
        dueOn,
        signatories: view.parties.map(({ id }, index) => ({
          organisationId: id,
          step: isOrdered ? index + 1 : 1,
          ...whoBody(whoOf(id)),
        })),
      }),
    onSuccess: async () => {
      void toast(t`Signing has begun; those whose turn it is are asked.`);
      await signingChanged(view.agreementId);
    },
  });
  const isWhole = dueOn !== '' && view.parties.every(({ id }) => isWhoWhole(whoOf(id)));
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
          <fieldset key={party.id} className="party-signs">
            <legend>
              <OrgMark text={party.shortMark} /> {party.name}
            </legend>
            <SignatoryFields
              organisation={party}
              value={whoOf(party.id)}
              onChange={(who) => setSigning({ ...signing, [party.id]: who })}
            />
          </fieldset>
        ))}
        <Checkbox
          label={t`One after the other, in this order`}
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
