import type { ReviewStep } from '@collegium/contract/agreements/review';
import type { AgreementView, PartyView } from '@collegium/contract/agreements/views';
import type { PersonPage } from '@collegium/contract/people';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormActions } from '../ui/FormActions.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { agreementChanged } from './agreement-query.ts';
import { stepNames } from './words.ts';

const steps = Object.keys(stepNames) as ReviewStep[];
const staff = ['coordinator', 'organisation_administrator', 'teacher', 'host_supervisor'];

interface PartySettingsProps {
  view: AgreementView;
  party: PartyView;
  onClose: () => void;
}

/** How one's own organisation reviews, and who is responsible there. */
export function PartySettings({ view, party, onClose }: PartySettingsProps) {
  const { t } = useLingui();
  const [chain, setChain] = useState<readonly ReviewStep[]>(party.chain);
  const [reviewers, setReviewers] = useState(
    Object.fromEntries(party.reviewers.map(({ step, person }) => [step, person.id])) as Partial<
      Record<ReviewStep, string>
    >,
  );
  const [responsible, setResponsible] = useState(party.responsible?.id ?? null);
  const people = useQuery({
    queryKey: ['people', 'staff', party.organisationId],
    queryFn: ({ signal }) =>
      api.get<PersonPage>('/people', {
        query: { organisationId: party.organisationId, role: staff, limit: 100 },
        signal,
      }),
  });
  const names = new Map((people.data?.items ?? []).map(({ personId, name }) => [personId, name]));
  if (party.responsible) names.set(party.responsible.id, party.responsible.name);
  const choices = [...names].map(([value, label]) => ({ value, label }));
  const save = useMutation({
    mutationFn: async () => {
      await api.put(`/agreements/${view.id}/review-chain`, {
        chain,
        reviewers: chain.flatMap((step) => {
          const personId = reviewers[step];
          return personId ? [{ step, personId }] : [];
        }),
      });
      if (responsible !== null && responsible !== party.responsible?.id)
        await api.put(`/agreements/${view.id}/responsible`, { personId: responsible });
    },
    onSuccess: async () => {
      await agreementChanged();
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t`How ${party.name} reviews`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <div className="form">
        <Select
          label={t`Responsible for this agreement`}
          description={t`Reminders go to this person.`}
          searchable
          data={choices}
          value={responsible}
          onChange={setResponsible}
        />
        {steps.map((step) => (
          <div key={step}>
            <Checkbox
              label={t(stepNames[step])}
              checked={chain.includes(step)}
              onChange={(event) =>
                setChain(steps.filter((one) => (one === step ? event.currentTarget.checked : chain.includes(one))))
              }
            />
            {chain.includes(step) && (
              <Select
                label={t`Decided by`}
                placeholder={t`whoever has the role`}
                searchable
                clearable
                data={choices}
                value={reviewers[step] ?? null}
                onChange={(value) => setReviewers({ ...reviewers, [step]: value ?? undefined })}
              />
            )}
          </div>
        ))}
        <ProblemNote error={save.error} />
        <FormActions>
          <Button variant="filled" loading={save.isPending} disabled={chain.length === 0} onClick={() => save.mutate()}>
            <Trans>Save</Trans>
          </Button>
        </FormActions>
      </div>
    </Modal>
  );
}
