import type { LocalisedText } from '@collegium/contract/localised-text';
import type { IdleOfferView } from '@collegium/contract/sharing/idle';
import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { idleQuery } from '../queries.ts';
import { coming } from './coming.ts';

interface IdleOfferModalProps {
  resource: { id: string; name: LocalisedText };
  onClose: () => void;
}

/** Idle hours of a resource become an offer that everybody finds in the catalogue, in one act. */
export function IdleOfferModal({ resource, onClose }: IdleOfferModalProps) {
  const { t, i18n } = useLingui();
  const { text, number } = useFormat();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm({
    initialValues: {
      ...coming(),
      title: { [i18n.locale]: t`Time on ${text(resource.name)}` },
      hoursPerPlace: 3,
      places: 1,
      agreementId: undefined as string | undefined,
    },
  });
  const { from, until, hoursPerPlace, places } = form.values;
  const isSpan = from !== '' && until !== '' && from <= until;
  const { data: idle } = useQuery({ ...idleQuery(resource.id, { from, until }), enabled: isSpan });
  const hours = (minutes: number) => number(Math.floor(minutes / 60));
  const asked = hoursPerPlace * places;
  const agreements = idle?.agreements ?? [];
  const offer = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post<IdleOfferView>(`/resources/${resource.id}/idle-offers`, values),
    onSuccess: async ({ offerId }) => {
      await queryClient.invalidateQueries({ queryKey: ['offers'] });
      await queryClient.invalidateQueries({ queryKey: ['resources'] });
      await navigate({ to: '/offers/$offerId', params: { offerId } });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Offer idle hours of ${text(resource.name)}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form className="form" onSubmit={form.onSubmit((values) => offer.mutate(values))}>
        <FormRow>
          <TextInput type="date" label={t`From`} required {...form.getInputProps('from')} />
          <TextInput
            type="date"
            label={t`To`}
            required
            {...form.getInputProps('until')}
            error={!isSpan && t`Enter a day that is not before the first.`}
          />
        </FormRow>
        <p className="sub" role="status">
          {idle &&
            (idle.offeredMinutes > 0
              ? t`${hours(idle.idleMinutes)} of ${hours(idle.openMinutes)} open hours are idle in these days; ${hours(idle.offeredMinutes)} are offered already.`
              : t`${hours(idle.idleMinutes)} of ${hours(idle.openMinutes)} open hours are idle in these days.`)}
        </p>
        <LocalisedField
          label={t`Title`}
          isRequired
          value={form.values.title}
          onChange={(title) => form.setFieldValue('title', title)}
          error={form.errors['title']}
        />
        <FormRow>
          <NumberInput
            label={t`Hours a place`}
            required
            min={0.25}
            step={0.5}
            decimalScale={2}
            {...form.getInputProps('hoursPerPlace')}
          />
          <NumberInput label={t`Places`} required min={1} allowDecimal={false} {...form.getInputProps('places')} />
        </FormRow>
        {agreements.length > 1 && (
          <Select
            label={t`For the parties of`}
            required
            data={agreements.map(({ id, title }) => ({ value: id, label: text(title) }))}
            {...form.getInputProps('agreementId')}
          />
        )}
        {agreements.length === 1 && agreements[0] && (
          <p className="sub">{t`They go to the parties of ${text(agreements[0].title)}, for days on which it holds.`}</p>
        )}
        <p className="sub">
          <Trans>
            {number(asked)} hours are offered, first come, to those who may book it. The last idle hours of these days
            are held in the calendar until the first of them begins; whoever takes a place has its hours booked, and may
            move them.
          </Trans>
        </p>
        <ProblemNote error={problem} />
        <FormActions>
          <Button
            type="submit"
            variant="filled"
            loading={offer.isPending}
            disabled={!isSpan || idle?.abilities.offer === false}
          >
            {t`Offer ${number(asked)} hours`}
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
