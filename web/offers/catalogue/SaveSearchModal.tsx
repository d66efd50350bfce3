import type { SavedSearchView } from '@collegium/contract/offers/saved-searches';
import { useLingui } from '@lingui/react/macro';
import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { FormActions } from '../../ui/FormActions.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { toast } from '../../ui/toast.ts';
import type { CatalogueSearch } from './search.ts';

/** Asks for the name under which a search is kept; a name that is there already means the new search from now on. */
export function SaveSearchModal({ search, onClose }: { search: CatalogueSearch; onClose: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState(search.words ?? '');
  const [isMissing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => api.post<SavedSearchView>('/saved-searches', { name: name.trim(), query: search }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['saved-searches'] });
      onClose();
      await toast(t`The search is saved.`);
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') save.mutate();
  }
  return (
    <Modal opened onClose={onClose} title={t`Save this search`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form className="form" onSubmit={submit} noValidate>
        <TextInput
          data-autofocus
          label={t`Name of the search`}
          description={t`Only you see it, beside the catalogue’s filters. It finds what is there when you open it.`}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isMissing && t`Give it a name, for instance “Wind, master”.`}
        />
        <ProblemNote error={save.error} />
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending}>{t`Save search`}</Button>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </FormActions>
      </form>
    </Modal>
  );
}
