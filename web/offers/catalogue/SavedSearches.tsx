import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { IconBookmark, IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { savedSearchesQuery } from './queries.ts';
import { hasFilters, type CatalogueSearch } from './search.ts';

const SaveSearchModal = lazy(() =>
  import('./SaveSearchModal.tsx').then((module) => ({ default: module.SaveSearchModal })),
);

/** Above the filters: the searches that the reader keeps, and the way to keep this one. */
export function SavedSearches({ search }: { search: CatalogueSearch }) {
  const { t } = useLingui();
  const { data: saved = [], error } = useQuery(savedSearchesQuery);
  const [isSaving, setSaving] = useState(false);
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/saved-searches/${id}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: savedSearchesQuery.queryKey }),
  });
  const canSave = hasFilters(search) || search.words !== undefined;
  if (saved.length === 0 && !canSave && !error) return null;
  return (
    <section className="facet saved" aria-labelledby="saved-searches">
      <h2 id="saved-searches">{t`Saved searches`}</h2>
      <ProblemNote error={error ?? remove.error} />
      <ul>
        {saved.map(({ id, name, query }) => (
          <li key={id}>
            <Link className="link" to="/catalogue" search={query as CatalogueSearch}>
              {name}
            </Link>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t`Remove the search ${name}`}
              loading={remove.isPending && remove.variables === id}
              onClick={() => remove.mutate(id)}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {canSave && (
        <Button size="xs" leftSection={<IconBookmark size={14} aria-hidden />} onClick={() => setSaving(true)}>
          <Trans>Save this search</Trans>
        </Button>
      )}
      {isSaving && (
        <Suspense fallback={null}>
          <SaveSearchModal search={search} onClose={() => setSaving(false)} />
        </Suspense>
      )}
    </section>
  );
}
