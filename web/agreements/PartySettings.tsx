import type { ReviewStep } from '@collegium/contract/agreements/review';
import type { AgreementView, PartyView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Checkbox, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { FormModal } from '../ui/FormModal.tsx';
import { agreementChanged } from './agreement-query.ts';
import { useStaff } from './useStaff.ts';
import { stepNames } from './words.ts';

const steps = Object.keys(stepNames) as ReviewStep[];

interface PartySettingsProps {
  view: AgreementView;
  party: PartyView;
  onClose: () => void;
}

/** How one's own organisation reviews, and who is responsible there. */
export function PartySettings({ view, party, onClose }: PartySettingsProps) {
  const { t } = useLingui();
  const [chain, setChain] = useState<readonly ReviewStep[]>(party.chain);
  const [reviewers, setReviewers] = useState(() => reviewersOf(party));
  const [note, setNote] = useState('');
  const [responsible, setResponsible] = useState(party.responsible?.id ?? null);
  const staff = useStaff(party.organisationId);
  const isListed = staff.some(({ value }) => value === party.responsible?.id);
  const choices =
    party.responsible && !isListed ? [...staff, { value: party.responsible.id, label: party.responsible.name }] : staff;
  const named = (some: typeof reviewers) =>
    chain.flatMap((step) => {
      const personId = some[step];
      return personId ? [{ step, personId }] : [];
    });
  const isReviewChanged =
    JSON.stringify([chain, named(reviewers)]) !== JSON.stringify([party.chain, named(reviewersOf(party))]);
  const isHandedOver = responsible !== null && responsible !== party.responsible?.id;
  const save = async () => {
    if (isReviewChanged) await api.put(`/agreements/${view.id}/review-chain`, { chain, reviewers: named(reviewers) });
    if (isHandedOver)
      await api.put(`/agreements/${view.id}/responsible`, { personId: responsible, ...(note !== '' && { note }) });
    await agreementChanged();
  };
  return (
    <FormModal
      title={t`How ${party.name} reviews`}
      submit={t`Save`}
      isWhole={chain.length > 0}
      onSubmit={save}
      onClose={onClose}
    >
      <Select
        label={t`Responsible for this agreement`}
        description={t`Reminders go to this person.`}
        searchable
        data={choices}
        value={responsible}
        onChange={setResponsible}
      />
      {isHandedOver && (
        <Textarea
          label={t`What should they know?`}
          description={t`The note stands in the history, which all parties read. Reminders and questions go to the new person from now on.`}
          autosize
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
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
    </FormModal>
  );
}

function reviewersOf({ reviewers }: PartyView): Partial<Record<ReviewStep, string>> {
  return Object.fromEntries(reviewers.map(({ step, person }) => [step, person.id]));
}
