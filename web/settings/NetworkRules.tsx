import type { SettingsView } from '@collegium/contract/settings';
import { useLingui } from '@lingui/react/macro';
import { Button, NumberInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { queryClient } from '../api/query-client.ts';
import { Failed } from '../ui/Failed.tsx';
import { FormActions } from '../ui/FormActions.tsx';
import { Loading } from '../ui/Loading.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Section } from '../ui/Section.tsx';
import { toast } from '../ui/toast.ts';

/** The rules of the whole network; only its administrators change them. */
export function NetworkRules() {
  const { t } = useLingui();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['settings'],
    queryFn: ({ signal }) => api.get<SettingsView>('/settings', { signal }),
  });
  return (
    <Section title={t`Rules of this network`}>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={1} />}
      {data && <RulesForm key={data.version} settings={data} />}
    </Section>
  );
}

function RulesForm({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const [threshold, setThreshold] = useState<number | string>(settings.smallGroupThreshold);
  const save = useMutation({
    mutationFn: () =>
      api.put<SettingsView>(
        '/settings',
        { smallGroupThreshold: Number(threshold), timeZone: settings.timeZone },
        { ifMatch: settings.version },
      ),
    onSuccess: async (changed) => {
      queryClient.setQueryData(['settings'], changed);
      await queryClient.invalidateQueries({ queryKey: ['evaluation'] });
      await toast(t`The rules are saved.`);
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <NumberInput
        label={t`Smallest group that is shown`}
        description={t`Evaluation hides smaller groups of people, in the page and in every export.`}
        min={2}
        max={1000}
        allowDecimal={false}
        disabled={!settings.abilities.change}
        value={threshold}
        onChange={setThreshold}
      />
      <ProblemNote error={save.error} />
      {settings.abilities.change && (
        <FormActions>
          <Button type="submit" variant="filled" loading={save.isPending}>{t`Save rules`}</Button>
        </FormActions>
      )}
    </form>
  );
}
