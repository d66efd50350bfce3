import type { OfferView } from '@collegium/contract/offers';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { offerQuery } from '../offer/queries.ts';
import { forgetLocalDraft, keepLocalDraft } from './local-draft.ts';
import { inputOf, isSavable, valuesOf, type OfferValues } from './values.ts';

/**
 * Saves an offer while it is typed: on this device at once, and a draft on the server when typing pauses, one save after
 * another. A published offer is saved when asked, since everybody sees it.
 */
export function useSaving(offer: OfferView, form: UseFormReturnType<OfferValues>) {
  const queryClient = useQueryClient();
  const version = useRef(offer.version);
  const running = useRef<Promise<boolean> | undefined>(undefined);
  const [savedAt, setSavedAt] = useState<Date>();
  const [problem, setProblem] = useState<unknown>();

  /** True when the server has what the form holds. */
  async function save(): Promise<boolean> {
    await running.current;
    running.current = send();
    return running.current;
  }

  async function send(): Promise<boolean> {
    const values = form.getValues();
    const sent = JSON.stringify(values);
    try {
      const saved = await api.put<OfferView>(`/offers/${offer.id}`, inputOf(values), { ifMatch: version.current });
      version.current = saved.version;
      queryClient.setQueryData(offerQuery(offer.id).queryKey, saved);
      setSavedAt(new Date());
      setProblem(undefined);
      form.clearErrors();
      if (JSON.stringify(form.getValues()) === sent) forgetLocalDraft(offer.id);
      return true;
    } catch (error) {
      setProblem(showProblem(form, error));
      return false;
    }
  }

  /** Takes what somebody else saved meanwhile; what was typed here is given up. */
  async function reload(): Promise<void> {
    const newest = await queryClient.fetchQuery({ ...offerQuery(offer.id), staleTime: 0 });
    version.current = newest.version;
    form.setValues(valuesOf(newest));
    forgetLocalDraft(offer.id);
    setProblem(undefined);
  }

  const saveSoon = useDebouncedCallback(() => void save(), 1200);

  /** To be called with every change. */
  function note(values: OfferValues): void {
    keepLocalDraft(offer.id, { version: version.current, values });
    if (offer.state === 'draft' && isSavable(values)) saveSoon();
  }

  return { save, note, reload, savedAt, problem };
}
