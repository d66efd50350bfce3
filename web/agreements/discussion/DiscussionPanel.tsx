import type { CommentView } from '@collegium/contract/agreements/comments';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../i18n/useFormat.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { Section } from '../../ui/Section.tsx';
import { commentsQuery } from '../agreement-query.ts';
import { CommentForm } from './CommentForm.tsx';
import { Thread } from './Thread.tsx';

/** What was said about the text, clause by clause; open threads first. */
export function DiscussionPanel({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const { data, error, isPending, refetch } = useQuery(commentsQuery(view.id));
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading />;
  const threads = data.items.filter(({ replyTo }) => replyTo === null);
  const clauses = view.open?.clauses ?? view.inForce?.clauses ?? [];
  const known = new Set(clauses.map(({ key }) => key));
  const groups = [
    ...clauses.map(({ key, title }) => ({
      key,
      title: text(title),
      threads: threads.filter((one) => one.clauseKey === key),
    })),
    {
      key: '',
      title: t`The whole text`,
      threads: threads.filter(({ clauseKey }) => clauseKey === null || !known.has(clauseKey)),
    },
  ].filter((group) => group.threads.length > 0);
  return (
    <>
      {groups.length === 0 && (
        <Empty
          title={t`Nobody has commented yet`}
          why={t`Comments on clauses and suggestions of other words appear here, for all parties.`}
        />
      )}
      {groups.map((group) => (
        <Section key={group.key} title={group.title}>
          {group.threads.toSorted(openFirst).map((thread) => (
            <Thread
              key={thread.id}
              view={view}
              thread={thread}
              replies={data.items.filter(({ replyTo }) => replyTo === thread.id)}
            />
          ))}
        </Section>
      ))}
      {view.abilities.comment && (
        <Section title={t`Comment`}>
          <CommentForm view={view} />
        </Section>
      )}
    </>
  );
}

function openFirst(a: CommentView, b: CommentView): number {
  return Number(a.resolution !== null) - Number(b.resolution !== null);
}
