import type { OfferView } from '@collegium/contract/offers';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { useSession } from '../../api/session.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { offerQuery } from '../offer/queries.ts';
import { FormSteps } from './FormSteps.tsx';
import { forgetLocalDraft, keepLocalDraft, readLocalDraft } from './local-draft.ts';
import { emptyValues, inputOf, isSavable, type OfferValues } from './values.ts';
import { WhatStep } from './WhatStep.tsx';
import './form.css';

/** The first step of a new offer. From its end on the server keeps a draft; until then this device does. */
export function NewOfferPage() {
  const { t } = useLingui();
  const { acting, person } = useSession();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const key = `new.${acting.id}`;
  const form = useForm<OfferValues>({
    initialValues: readLocalDraft(key, 0) ?? emptyValues(person.timeZone),
    onValuesChange: (values) => keepLocalDraft(key, { version: 0, values }),
  });
  const create = useMutation({
    mutationFn: (values: OfferValues) => api.post<OfferView>('/offers', inputOf(values)),
    onSuccess: async (offer) => {
      forgetLocalDraft(key);
      queryClient.setQueryData(offerQuery(offer.id).queryKey, offer);
      await navigate({
        to: '/offers/$offerId/edit',
        params: { offerId: offer.id },
        search: { step: 'where' },
        replace: true,
      });
    },
    onError: (error) => setProblem(showProblem(form, error)),
  });
  return (
    <>
      <PageHeader
        title={t`New offer`}
        crumbs={[{ label: t`Our offers`, to: '/offers' }]}
        lede={t`You offer for ${acting.organisation.name}. Nobody sees it before you publish it.`}
      />
      <FormSteps current="what" />
      <form className="form" onSubmit={form.onSubmit((values) => create.mutate(values))}>
        <WhatStep form={form} organisationId={acting.organisation.id} />
        <ProblemNote error={problem} />
        <FormActions>
          <Button type="submit" variant="filled" loading={create.isPending} disabled={!isSavable(form.values)}>
            <Trans>Save draft and continue</Trans>
          </Button>
        </FormActions>
      </form>
    </>
  );
}
