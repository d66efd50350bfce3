import type { ResourceView } from '@collegium/contract/sharing/resources';
import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../../api/client.ts';
import { showProblem } from '../../api/form.ts';
import { queryClient } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { resourceQuery } from '../queries.ts';
import { FilesField } from './FilesField.tsx';
import { ResourceFields } from './ResourceFields.tsx';
import { emptyResource, inputOf, valuesOf, type ResourceValues } from './values.ts';
import '../sharing.css';

const route = getRouteApi('/open/member/resources/$resourceId/edit');

/** A new resource. */
export function NewResourcePage() {
  const { t } = useLingui();
  const { acting, person } = useSession();
  return (
    <>
      <PageHeader
        title={t`Share a resource`}
        crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]}
        lede={t`You share for ${acting.organisation.name}. You can change everything later.`}
      />
      <ResourceForm initial={emptyResource(person.timeZone)} resource={undefined} />
    </>
  );
}

/** Changes a resource, its hours and its rules. */
export function EditResourcePage() {
  const { t } = useLingui();
  const { text } = useFormat();
  const { resourceId } = route.useParams();
  const { data, error, isPending, refetch } = useQuery({ ...resourceQuery(resourceId), refetchOnWindowFocus: false });
  if (error)
    return (
      <>
        <PageHeader title={t`Change a resource`} crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]} />
        <Failed error={error} onRetry={() => void refetch()} />
      </>
    );
  if (isPending) return <Loading />;
  if (!data.abilities.change)
    return (
      <Empty
        title={t`This resource cannot be changed`}
        why={t`It belongs to an organisation for which you do not act, or is retired.`}
      />
    );
  return (
    <>
      <PageHeader
        title={t`Change ${text(data.name)}`}
        crumbs={[
          { label: t`Labs and equipment`, to: '/resources' },
          { label: text(data.name), to: '/resources/$resourceId', params: { resourceId } },
        ]}
        lede={t`Bookings that were made stay as they are.`}
      />
      <ResourceForm key={data.id} initial={valuesOf(data)} resource={data} />
    </>
  );
}

function ResourceForm({ initial, resource }: { initial: ResourceValues; resource: ResourceView | undefined }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<unknown>();
  const [refusals, countRefusals] = useState(0);
  const form = useForm<ResourceValues>({ initialValues: initial });
  const save = useMutation({
    mutationFn: (values: ResourceValues) => {
      const input = inputOf(values);
      return resource
        ? api.put<ResourceView>(`/resources/${resource.id}`, input, { ifMatch: resource.version })
        : api.post<ResourceView>('/resources', input);
    },
    onSuccess: async (saved) => {
      queryClient.setQueryData(resourceQuery(saved.id).queryKey, saved);
      await queryClient.invalidateQueries({ queryKey: ['resources', 'list'] });
      await queryClient.invalidateQueries({ queryKey: ['bookings', 'calendar'] });
      await navigate({ to: '/resources/$resourceId', params: { resourceId: saved.id } });
    },
    onError: (error) => {
      setProblem(showProblem(form, error));
      countRefusals((count) => count + 1);
    },
  });
  useEffect(() => {
    if (refusals > 0) document.querySelector('[aria-invalid="true"], .line-fault')?.scrollIntoView({ block: 'center' });
  }, [refusals]);
  return (
    <form className="form wide-form" onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <ResourceFields form={form} resource={resource} />
      <FilesField resource={resource} />
      <ProblemNote error={problem} />
      {Object.keys(form.errors).length > 0 && (
        <Note tone="bad">
          <Trans>Nothing was saved: some fields need another value. They are marked above.</Trans>
        </Note>
      )}
      <FormActions>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {resource ? t`Save resource` : t`Share resource`}
        </Button>
        <Button
          onClick={() =>
            void (resource
              ? navigate({ to: '/resources/$resourceId', params: { resourceId: resource.id } })
              : navigate({ to: '/resources' }))
          }
        >
          <Trans>Cancel</Trans>
        </Button>
      </FormActions>
    </form>
  );
}
