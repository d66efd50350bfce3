import type { NotificationView } from '@collegium/contract/notifications';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { itemsOf, pagesQuery } from '../api/pages.ts';
import { useFormat } from '../i18n/useFormat.ts';
import { Empty } from '../ui/Empty.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import './messages.css';

/** Everything the reader was told, the newest first. */
export function MessagesPage() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(
    pagesQuery<NotificationView>('/notifications'),
  );
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: ['notifications'] });
    await queryClient.invalidateQueries({ queryKey: ['session'] });
  };
  const readAll = useMutation({ mutationFn: () => api.post('/notifications/read'), onSuccess: refresh });
  const read = useMutation({ mutationFn: (id: string) => api.post(`/notifications/${id}/read`), onSuccess: refresh });
  const items = itemsOf(data);
  return (
    <>
      <PageHeader
        title={t`Messages`}
        actions={
          items.some(({ readAt }) => readAt === null) && (
            <Button onClick={() => readAll.mutate()} loading={readAll.isPending}>
              <Trans>Mark all as read</Trans>
            </Button>
          )
        }
      />
      {error && <Failed error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading />}
      {data && items.length === 0 && (
        <Empty
          title={t`No messages yet`}
          why={t`You will read here what others decided about your applications, places and outcomes.`}
        />
      )}
      <ul className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <Message item={item} onOpen={() => item.readAt === null && read.mutate(item.id)} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button mt={16} onClick={() => void fetchNextPage()}>
          <Trans>Show older messages</Trans>
        </Button>
      )}
    </>
  );
}

function Message({ item, onOpen }: { item: NotificationView; onOpen: () => void }) {
  const { t } = useLingui();
  const { relative } = useFormat();
  const isUnread = item.readAt === null;
  return (
    <div className={`row hov message${isUnread ? ' unread' : ''}`}>
      <div className="row-t">
        {isUnread && <span className="vh">{t`Unread:`}</span>}
        <Link to={item.path} onClick={onOpen}>
          {item.sentence}
        </Link>
      </div>
      <span className="cap">{relative(item.createdAt)}</span>
    </div>
  );
}
