import type { OfferView } from '@collegium/contract/offers';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../api/problem.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Status } from '../../ui/Status.tsx';
import { useOfferStatus } from '../offer/useOfferStatus.ts';
import { CheckStep } from './CheckStep.tsx';
import { FormSteps } from './FormSteps.tsx';
import { forgetLocalDraft, readLocalDraft } from './local-draft.ts';
import { PlacesStep } from './PlacesStep.tsx';
import { formSteps, type FormStep } from './steps.ts';
import { useSaving } from './useSaving.ts';
import { valuesOf, type OfferValues } from './values.ts';
import { WhatStep } from './WhatStep.tsx';
import { WhereStep } from './WhereStep.tsx';

/** The steps of an offer that exists. A draft is saved as it is typed; a published offer when asked. */
export function OfferForm({ offer, step }: { offer: OfferView; step: FormStep }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const navigate = useNavigate();
  const status = useOfferStatus(offer);
  const [restored, setRestored] = useState(() => readLocalDraft(offer.id, offer.version));
  const form = useForm<OfferValues>({
    initialValues: restored ?? valuesOf(offer),
    onValuesChange: (values) => saving.note(values),
  });
  const saving = useSaving(offer, form);
  const next = formSteps[formSteps.indexOf(step) + 1];
  async function saveAndGoOn() {
    if (!(await saving.save())) return;
    if (next) await navigate({ to: '/offers/$offerId/edit', params: { offerId: offer.id }, search: { step: next } });
    else await navigate({ to: '/offers/$offerId', params: { offerId: offer.id } });
  }
  function forget() {
    forgetLocalDraft(offer.id);
    setRestored(undefined);
    form.setValues(valuesOf(offer));
    forgetLocalDraft(offer.id);
  }
  return (
    <>
      <PageHeader
        title={text(form.values.title) || t`Untitled offer`}
        crumbs={[{ label: t`Our offers`, to: '/offers' }]}
        status={
          <Status tone={status.tone} soft>
            {status.words}
          </Status>
        }
        actions={
          <Button renderRoot={(props) => <Link to="/offers/$offerId" params={{ offerId: offer.id }} {...props} />}>
            {offer.state === 'draft' ? <Trans>Preview</Trans> : <Trans>Show offer</Trans>}
          </Button>
        }
      />
      <FormSteps current={step} offerId={offer.id} />
      {restored && (
        <Note tone="wait" action={<Button size="xs" onClick={forget}>{t`Take the saved version`}</Button>}>
          <Trans>You see what you typed on this device last time; it had not been saved.</Trans>
        </Note>
      )}
      <form
        className={step === 'check' ? 'form wide-form' : 'form'}
        onSubmit={(event) => {
          event.preventDefault();
          void saveAndGoOn();
        }}
      >
        {step === 'what' && <WhatStep form={form} organisationId={offer.provider.id} offer={offer} />}
        {step === 'where' && <WhereStep form={form} />}
        {step === 'places' && <PlacesStep form={form} offer={offer} />}
        {step === 'check' && <CheckStep offer={offer} save={saving.save} />}
        <ProblemNote error={saving.problem} />
        {saving.problem instanceof ApiProblem && saving.problem.isStale && (
          <Button onClick={() => void saving.reload()}>
            <Trans>Load the newest version</Trans>
          </Button>
        )}
        {step !== 'check' && (
          <FormActions savedAt={saving.savedAt}>
            <Button type="submit" variant="filled">
              {offer.state === 'draft' ? <Trans>Save draft and continue</Trans> : <Trans>Save changes</Trans>}
            </Button>
          </FormActions>
        )}
      </form>
    </>
  );
}
