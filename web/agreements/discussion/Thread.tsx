import type { CommentView, Resolution } from '@collegium/contract/agreements/comments';
import type { AgreementView } from '@collegium/contract/agreements/views';
import { readClause } from '@collegium/contract/agreements/read-clause';
import { redline } from '@collegium/contract/agreements/redline/index';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Status } from '../../ui/Status.tsx';
import { agreementChanged } from '../agreement-query.ts';
import { Pieces } from '../Pieces.tsx';
import { useReading } from '../text/useReading.ts';
import { CommentForm } from './CommentForm.tsx';

interface ThreadProps {
  view: AgreementView;
  thread: CommentView;
  replies: readonly CommentView[];
}

/** A remark or suggestion with its answers, and how it ended. */
export function Thread({ view, thread, replies }: ThreadProps) {
  const { t } = useLingui();
  const [isAnswering, setAnswering] = useState(false);
  const resolve = useMutation({
    mutationFn: (resolution: Resolution) =>
      api.post(`/agreements/${view.id}/comments/${thread.id}/resolution`, { resolution }),
    onSuccess: agreementChanged,
  });
  const isOpen = thread.resolution === null && view.abilities.comment;
  return (
    <div className="thread">
      <Remark comment={thread} />
      {thread.suggestion && <Suggestion view={view} thread={thread} />}
      {replies.map((reply) => (
        <div key={reply.id} className="thread-reply">
          <Remark comment={reply} />
        </div>
      ))}
      {thread.resolution && (
        <Status tone={thread.resolution === 'declined' ? 'stopped' : 'good'}>
          {{ settled: t`Settled`, accepted: t`Accepted`, declined: t`Declined` }[thread.resolution]}
        </Status>
      )}
      {isOpen && (
        <div className="thread-acts">
          {thread.suggestion && view.abilities.edit && (
            <Button size="xs" variant="filled" loading={resolve.isPending} onClick={() => resolve.mutate('accepted')}>
              <Trans>Accept the suggestion</Trans>
            </Button>
          )}
          <Button size="xs" onClick={() => resolve.mutate(thread.suggestion ? 'declined' : 'settled')}>
            {thread.suggestion ? t`Decline it` : t`Settle`}
          </Button>
          <Button size="xs" onClick={() => setAnswering(!isAnswering)}>
            <Trans>Answer</Trans>
          </Button>
        </div>
      )}
      <ProblemNote error={resolve.error} />
      {isAnswering && <CommentForm view={view} replyTo={thread} onDone={() => setAnswering(false)} />}
    </div>
  );
}

function Remark({ comment }: { comment: CommentView }) {
  const { dateTime } = useFormat();
  return (
    <>
      <p className="sub">
        <b className="strong">{comment.person.name}</b>, {comment.organisation} · {dateTime(comment.createdAt)}
      </p>
      <RichText text={comment.text} />
    </>
  );
}

/** The suggested wording against the clause as it stands. */
function Suggestion({ view, thread }: { view: AgreementView; thread: CommentView }) {
  const reading = useReading(view);
  const text = view.open ?? view.inForce;
  const now = text?.clauses.find(({ key }) => key === thread.clauseKey);
  if (!thread.suggestion) return null;
  const suggested = readClause(thread.suggestion, reading);
  const before = now && thread.resolution !== 'accepted' ? [readClause(now, reading)] : [suggested];
  const [clause] = redline(before, [suggested]).clauses;
  return (
    <blockquote className="thread-suggestion">
      {clause?.paragraphs.map((pieces, index) => (
        <p key={index}>
          <Pieces pieces={pieces} />
        </p>
      ))}
    </blockquote>
  );
}
