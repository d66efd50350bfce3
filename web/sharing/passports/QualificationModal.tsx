import type { LocalisedText } from '@collegium/contract/localised-text';
import type { OfferListItem } from '@collegium/contract/offers/catalogue';
import type { QualificationView } from '@collegium/contract/sharing/passports';
import { Button, Modal, MultiSelect, NumberInput, Select } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { itemsOf, pagesQuery } from '../../api/pages.ts';
import { queryClient } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { LocalisedField } from '../../ui/LocalisedField.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';

interface QualificationModalProps {
  /** Undefined: a new one. */
  qualification: QualificationView | undefined;
  others: readonly QualificationView[];
  onClose: () => void;
}

/** What people must have learnt, how long it holds, and whose passports open it too. */
export function QualificationModal({ qualification, others, onClose }: QualificationModalProps) {
  const { t } = useLingui();
  const { text } = useFormat();
  const [problem, setProblem] = useState<unknown>();
  const form = useForm<{
    name: LocalisedText;
    description: LocalisedText;
    validMonths: number | '';
    offerId: string | null;
    recognisedIds: string[];
  }>({
    initialValues: {
      name: qualification?.name ?? {},
      description: qualification?.description ?? {},
      validMonths: qualification?.validMonths ?? (qualification ? '' : 24),
      offerId: qualification?.offerId ?? null,
      recognisedIds: qualification?.recognised.map(({ id }) => id) ?? [],
    },
  });
  const { values } = form;
  const { acting } = useSession();
  const offers = itemsOf(
    useInfiniteQuery(pagesQuery<OfferListItem>(`/organisations/${acting.organisation.id}/offers`, { limit: 100 })).data,
  );
  const save = useMutation({
    mutationFn: () => {
      const input = {
        ...values,
        validMonths: values.validMonths === '' ? null : values.validMonths,
      };
      return qualification
        ? api.put<QualificationView>(`/qualifications/${qualification.id}`, input, { ifMatch: qualification.version })
        : api.post<QualificationView>('/qualifications', input);
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['qualifications'] });
      onClose();
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={qualification ? t`Change this qualification` : t`Add a qualification`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form className="form" onSubmit={form.onSubmit(() => save.mutate())}>
        <LocalisedField
          label={t`Name`}
          isRequired
          value={values.name}
          onChange={(name) => form.setFieldValue('name', name)}
          error={form.errors['name']}
        />
        <LocalisedField
          label={t`What is learnt`}
          isLong
          value={values.description}
          onChange={(description) => form.setFieldValue('description', description)}
        />
        <NumberInput
          label={t`Holds for so many months`}
          description={t`Empty: for good`}
          min={1}
          max={600}
          {...form.getInputProps('validMonths')}
        />
        <Select
          label={t`Learnt at`}
          description={t`An offer of yours: who takes part and reaches every goal is given the passport by itself.`}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t`No offer` }}
          data={offers.map(({ id, title }) => ({ value: id, label: text(title) }))}
          {...form.getInputProps('offerId')}
        />
        <MultiSelect
          label={t`Passports of others that open it too`}
          searchable
          data={others
            .filter(({ id }) => id !== qualification?.id)
            .map(({ id, name, owner }) => ({ value: id, label: t`${text(name)}, ${owner.name}` }))}
          {...form.getInputProps('recognisedIds')}
        />
        <ProblemNote error={problem} />
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending}>
            <Trans>Save qualification</Trans>
          </Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
