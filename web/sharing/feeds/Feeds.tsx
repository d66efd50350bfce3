import type { NewFeedView } from '@collegium/contract/sharing/calendars';
import { Button, Select } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCalendarShare } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Note } from '../../ui/Note.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { Section } from '../../ui/Section.tsx';
import { useCalendarResources } from '../calendar/useCalendarResources.ts';
import { feedsQuery } from '../queries.ts';

/** Secret addresses at which calendar programs read bookings; each can be revoked. */
export function Feeds() {
  const { t } = useLingui();
  const { text, date } = useFormat();
  const [resourceId, setResource] = useState<string | null>(null);
  const [made, setMade] = useState<NewFeedView>();
  const [revoking, revoke] = useState<string>();
  const { data, error, isPending, refetch } = useQuery(feedsQuery);
  const resources = useCalendarResources({});
  const make = useMutation({
    mutationFn: () => api.post<NewFeedView>('/feeds', { resourceId }),
    onSuccess: async (feed) => {
      setMade(feed);
      await refresh();
    },
  });
  const end = useMutation({
    mutationFn: (feedId: string) => api.delete(`/feeds/${feedId}`),
    onSuccess: async () => {
      revoke(undefined);
      setMade(undefined);
      await refresh();
    },
  });
  return (
    <Section title={t`Read in my calendar program`}>
      <div className="form">
        <Select
          label={t`What it shows`}
          placeholder={t`My bookings`}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': t`Show my bookings` }}
          data={[...resources.known.values()].map(({ id, name, owner }) => ({
            value: id,
            label: t`${text(name)}, ${owner.name}`,
          }))}
          value={resourceId}
          onChange={setResource}
        />
        <ProblemNote error={make.error} />
        <div className="form-actions">
          <Button loading={make.isPending} onClick={() => make.mutate()}>
            <Trans>Make a secret address</Trans>
          </Button>
        </div>
        {made && (
          <Note tone="good">
            <span className="strong">
              <Trans>Copy it now: it is not shown again.</Trans>
            </span>
            <p className="sub">
              <Trans>Enter it in your calendar program as a calendar subscription. Whoever knows it reads along.</Trans>
            </p>
            <SecretField label={t`Secret address`} value={made.address} />
          </Note>
        )}
      </div>
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={2} />}
      {data && data.items.length === 0 && !made && (
        <Empty
          title={t`No addresses yet`}
          why={t`Each program or device can have one of its own, so that you can revoke it alone.`}
        />
      )}
      <ul className="rows">
        {data?.items.map((feed) => (
          <li key={feed.id}>
            <div className="row feed-row">
              <IconCalendarShare size={19} stroke={1.6} aria-hidden />
              <div>
                <div className="row-t">{feed.resource === null ? t`My bookings` : text(feed.resource.name)}</div>
                <div className="cap">
                  <Trans>made on {date(feed.createdAt)}</Trans>
                </div>
              </div>
              <Button size="xs" onClick={() => revoke(feed.id)}>
                <Trans>Revoke</Trans>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {revoking && (
        <ConfirmModal
          title={t`Revoke this address?`}
          consequence={<Trans>Programs that read it get nothing from now on. You can make another.</Trans>}
          confirmLabel={t`Revoke address`}
          onConfirm={() => end.mutate(revoking)}
          onClose={() => revoke(undefined)}
          isPending={end.isPending}
          error={end.error}
        />
      )}
    </Section>
  );
}

function refresh(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: feedsQuery.queryKey });
}
